import { z } from "zod";
import { ALL_DAYS, WHOLE_TENANT } from "@/lib/figures/rolled";
import { type Ask, gather, type Reach } from "./gather";
import type { Missing } from "./missing";
import type { ReportedTenant } from "./place";
import { NO_SPINS, type Sums, SumsRow, sumsOf } from "./sums";

/** The rollups of a tenant over all time, as a condition on `r`: several, where some are not folded in yet. */
export const TOTAL = `r.grain = 'total' AND r.day = '${ALL_DAYS}' AND r.key = '${WHOLE_TENANT}'`;

/** Sums over rollups `r`. */
export const SUMMED = `sum(r.spins)::bigint AS spins, sum(r.total_ms)::bigint AS total_ms, max(r.longest_ms) AS longest_ms`;

const Rows = z.array(SumsRow.extend({ tenant_id: z.string() }));

const askTotals: Ask<z.output<typeof Rows>> = async (read) =>
  Rows.parse(
    await read(
      ({ schema, residents }) => `
        SELECT t.id AS tenant_id, ${SUMMED}
        FROM ${residents} t JOIN ${schema}.live_rollups r ON r.tenant_id = t.id AND ${TOTAL} GROUP BY t.id`,
    ),
  );

/** The sums of every tenant that could be read, by address; one that never spun has none. */
export async function readTotals(
  reach: Reach,
): Promise<{ tenants: (ReportedTenant & { sums: Sums })[]; missing: Missing[] }> {
  const { tenants, answers, missing } = await gather(askTotals, reach);
  const sums = new Map(answers.flat().map((row) => [row.tenant_id, sumsOf(row)]));
  return { tenants: tenants.map((tenant) => ({ ...tenant, sums: sums.get(tenant.id) ?? NO_SPINS })), missing };
}
