import { expect, test } from "vitest";
import { newTenant } from "@/e2e/fixtures/tenants";
import { findTenant } from "./find";

test("an address that was nobody's a moment ago is served as soon as it is somebody's", async () => {
  const slug = `late-${Date.now().toString(36)}`;
  expect(await findTenant(slug)).toBeUndefined();
  const tenant = await newTenant({ slug });
  expect(await findTenant(slug)).toEqual(tenant);
});

test("an address is nobody's in any case but its own", async () => {
  const { slug } = await newTenant();
  expect(await findTenant(`${slug}x`)).toBeUndefined();
  expect(await findTenant(slug)).toMatchObject({ slug });
});
