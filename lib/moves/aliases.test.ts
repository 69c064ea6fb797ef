import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isMergedWell } from "@/e2e/fixtures/merging";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { fill, SOMEONE, SPINNER, scopeNow } from "@/e2e/fixtures/spinning";
import { addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { withConnection } from "@/lib/db/admin";
import { actAsOperator } from "@/lib/db/servers";
import { findSpinner } from "@/lib/spinners/find";
import { mergeSpinners } from "@/lib/spinners/merge";
import { recordSpins } from "@/lib/spins/record";
import { forgetOldCopies } from "./forget";
import { moveTenant } from "./move";

/* A server of this file's own: nobody else may migrate while a tenant moves. */

vi.setConfig({ testTimeout: 60_000 });

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
}, 60_000);

afterAll(() => server?.remove());

/** More than go over, or are removed, at once. */
const MANY = 12_000;

test("aliases come before what they lead to in every order, and move, and are forgotten", async () => {
  const at = await newScope({ placement: "schema" });
  await fill(at, 20);
  const into = await addSpinner(at, "Comet");
  const from = await findSpinner(at, SPINNER);
  await mergeSpinners(at, { from: from.id, into: into.id });
  // Their ids are lower than that of the spinner they lead to, so in the index and in the table they come first; where
  // they arrive they come last.
  const spinners = `"${at.tenant.placement.schema}".spinners`;
  await withConnection(server.adminUrl, (admin) =>
    admin.unsafe(`
      INSERT INTO ${spinners} (tenant_id, id, name, name_key, merged_into)
        SELECT '${at.tenant.id}', lpad(to_hex(n), 32, '0')::uuid, 'alias ' || n, 'alias ' || n, '${into.id}' FROM generate_series(1, ${MANY}) n;
      CLUSTER ${spinners} USING spinners_pk`),
  );
  for (const to of ["shared", "database"] as const) {
    const { tenant } = await scopeNow(at.tenant.slug);
    await moveTenant(tenant, { to, server: "primary" }, () => {});
    const now = await scopeNow(tenant.slug);
    const spins = [{ spinner: `Alias ${MANY}`, person: SOMEONE, duration_ms: 5 }];
    expect(await recordSpins(now, { spins })).toMatchObject({ accepted: 1 });
    await isMergedWell(now);
  }
  expect(await forgetOldCopies(at.tenant)).toBe(2);
  await isMergedWell(await scopeNow(at.tenant.slug));
});
