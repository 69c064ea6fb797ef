import { fill, someSpins } from "@/e2e/fixtures/spinning";
import { newScope } from "@/e2e/fixtures/tenants";
import { dashboard } from "@/lib/figures/dashboard";
import { addDays, today } from "@/lib/figures/date-range";
import { recordSpins } from "@/lib/spins/record";
import { ARCHITECTURES } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { timeInTurns } from "./ratio";

const LATELY = { from: addDays(today("UTC"), -29), to: today("UTC") };
const WRITERS = 4;

/** A dashboard's queries of the last 30 days. */
export function dashboardOf(at: TenantScope) {
  return dashboard(at, LATELY).details;
}

/** A tenant's dashboard while another of its kind writes as fast as it can, against the same in quiet. */
export async function noisyNeighbour(): Promise<void> {
  for (const placement of ARCHITECTURES) {
    const [calm, noisy] = [await newScope({ placement }), await newScope({ placement })];
    await fill(calm, 5_000);
    await fill(noisy, 1_000);
    const look = { dashboard: () => dashboardOf(calm) };
    const quiet = await timeInTurns(look, { rounds: 200, warmUp: 200 });
    let running = true;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (running) await recordSpins(noisy, { spins: someSpins(500) }).catch(() => {});
    });
    const loud = await timeInTurns(look, { rounds: 100, warmUp: 10 });
    running = false;
    await Promise.all(writers);
    const ratio = (loud.dashboard / quiet.dashboard).toFixed(1);
    console.log(`${`${placement}: dashboard beside a noisy neighbour / in quiet`.padEnd(62)} ${ratio}`);
  }
}
