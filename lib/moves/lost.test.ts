import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { fill, scopeNow, someSpins } from "@/e2e/fixtures/spinning";
import { newScope } from "@/e2e/fixtures/tenants";
import { type TwoServers, twoServers } from "@/e2e/fixtures/two-servers";
import { embeddedPostgres } from "@/lib/cli/embedded-postgres";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { recordSpins } from "@/lib/spins/record";
import { type Step, unfinishedMove } from "./journal";
import { moveTenant } from "./move";

/* A target that goes down in the middle of a move. */

vi.setConfig({ testTimeout: 60_000 });

let servers: TwoServers;

beforeAll(async () => {
  servers = await twoServers();
}, 60_000);

afterAll(() => servers?.remove());

test.each<Step>(["copying", "catching_up", "frozen"])(
  "lost at %s, the tenant stays where it was, and the next move goes through",
  async (lostAt) => {
    const at = await newScope({ placement: "shared" });
    await fill(at, 100);
    let stopped: Promise<void> | undefined;
    const moving = moveTenant(at.tenant, { to: "database", server: "second" }, async (step) => {
      if (stopped || step !== lostAt) return;
      stopped = embeddedPostgres(servers.second.dataDir).then((server) => server.stop());
      await stopped;
    });
    await expect(moving).rejects.toThrow();
    const { slug } = at.tenant;
    const still = await scopeNow(slug);
    expect(still.tenant.placement.architecture).toBe("shared");
    await recordSpins(still, { spins: someSpins(1) });

    // The move hears of it before the server is quite down.
    await stopped;
    await embeddedPostgres(servers.second.dataDir);
    await moveTenant(still.tenant, { to: "database", server: "second" }, () => {});
    const now = await scopeNow(slug);
    expect(now.tenant.placement.server).toBe("second");
    expect((await averages(now, ALL_TIME)).spins).toBe(101);
    expect(await unfinishedMove(now.tenant.id)).toBeUndefined();
    expect(await rollupFaults(now.tenant.id)).toEqual([]);
  },
);
