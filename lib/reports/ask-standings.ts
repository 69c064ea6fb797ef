import { z } from "zod";
import { ALL_DAYS } from "@/lib/figures/rolled";
import type { Ask } from "./gather";
import { type Sums, SumsRow, sumsOf } from "./sums";
import { SUMMED } from "./totals";

const Rows = z.array(SumsRow.extend({ tenant_id: z.string(), id: z.string(), name: z.string() }));

export interface Standing {
  tenantId: string;
  id: string;
  name: string;
  sums: Sums;
}

/** The first `limit` spinners or people of a place. Twenty decimals tell any two averages apart. */
export function askStandings(of: "spinners" | "people", limit: number): Ask<Standing[]> {
  const grain = of === "spinners" ? "spinner" : "person";
  return async (read) => {
    const rows = await read(
      ({ schema, residents }) => `
        SELECT r.tenant_id, n.id, n.name, r.spins, r.total_ms, r.longest_ms
        FROM (
          SELECT t.id AS tenant_id, t.slug, r.key, ${SUMMED}
          FROM ${residents} t
          JOIN ${schema}.live_rollups r ON r.tenant_id = t.id AND r.grain = '${grain}' AND r.day = '${ALL_DAYS}'
          GROUP BY t.id, t.slug, r.key
        ) r
        JOIN ${schema}.${of} n ON n.tenant_id = r.tenant_id AND n.id = r.key
        ORDER BY r.total_ms::numeric(40, 20) / r.spins DESC, r.slug COLLATE "C", n.name COLLATE "C", n.id
        LIMIT ${Number(limit)}`,
    );
    return Rows.parse(rows).map((row) => ({ tenantId: row.tenant_id, id: row.id, name: row.name, sums: sumsOf(row) }));
  };
}
