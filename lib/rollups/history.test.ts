import fc from "fast-check";
import { afterAll, beforeAll, test, vi } from "vitest";
import { newHistory, Spin, Step } from "@/e2e/fixtures/history";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { scopeNow } from "@/e2e/fixtures/spinning";
import { actAsOperator } from "@/lib/db/servers";
import { moveTenant } from "@/lib/moves/move";
import { ARCHITECTURES } from "@/lib/tenancy/placement";

/* A server of this file's own: a move is the operator's, and nobody else may migrate meanwhile. */

vi.setConfig({ testTimeout: 90_000 });

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
}, 60_000);

afterAll(() => server?.remove());

test("rollups are what the spins add up to, whatever happened", async () => {
  const steps = fc.array(Step, { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const history = await newHistory();
      for (const step of taken) await history.take(step);
      await history.isExact();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("wherever the tenant moves meanwhile, half folded as it is", async () => {
  const history = await newHistory();
  const [first, ...later] = fc.sample(fc.array(Step, { minLength: 8, maxLength: 8 }), 3);
  for (const step of first ?? []) await history.take(step);
  const elsewhere = ARCHITECTURES.filter((to) => to !== history.at.tenant.placement.architecture);
  for (const [index, to] of elsewhere.entries()) {
    await history.take({ do: "record", spins: fc.sample(Spin, 5) });
    if (index === 1) await history.take({ do: "merge", which: 0, into: 1 });
    await moveTenant(history.at.tenant, { to, server: "primary" }, () => {});
    history.at = await scopeNow(history.at.tenant.slug);
    for (const step of later[index] ?? []) await history.take(step);
    await history.isExact();
  }
});
