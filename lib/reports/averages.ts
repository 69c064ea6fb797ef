import type { Averages } from "@/lib/figures/types";
import { recordOperation } from "@/lib/operator-log/record";
import type { Reach } from "./gather";
import type { Missing } from "./missing";
import type { ReportedTenant } from "./place";
import { add, figuresOf, NO_SPINS } from "./sums";
import { readTotals } from "./totals";

export interface AveragesReport {
  overall: Averages;
  /** Every tenant whose rows were read, by address. */
  tenants: (ReportedTenant & Averages)[];
  missing: Missing[];
}

/** How long spins are, of each tenant and of all of them, in ms. `who` asks goes into the operator's log first. */
export async function reportAverages({ who, ...reach }: Reach & { who?: string } = {}): Promise<AveragesReport> {
  await recordOperation("report averages", {}, who);
  const { tenants, missing } = await readTotals(reach);
  return {
    overall: figuresOf(tenants.reduce((sum, { sums }) => add(sum, sums), NO_SPINS)),
    tenants: tenants.map(({ sums, ...tenant }) => ({ ...tenant, ...figuresOf(sums) })),
    missing,
  };
}
