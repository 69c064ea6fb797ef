import { z } from "zod";
import type { Ask } from "./gather";
import type { Place } from "./place";
import { TOTAL } from "./totals";

export interface LongSpin {
  tenantId: string;
  id: string;
  spinnerId: string;
  spinner: string;
  personId: string;
  person: string;
  durationMs: number;
  spunAt: Date;
}

const Counts = z.array(z.object({ count: z.coerce.number() }));

const Rows = z.array(
  z
    .object({
      tenant_id: z.string(),
      id: z.string(),
      spinner_id: z.string(),
      spinner: z.string(),
      person_id: z.string(),
      person: z.string(),
      duration_ms: z.number(),
      spun_at: z.date(),
    })
    .transform(({ tenant_id, spinner_id, person_id, duration_ms, spun_at, ...row }): LongSpin => {
      const ids = { tenantId: tenant_id, spinnerId: spinner_id, personId: person_id };
      return { ...row, ...ids, durationMs: duration_ms, spunAt: spun_at };
    }),
);

/** How many spins of a place are longer, and the longest `limit` of them. */
export function askLongerSpins(longerThanMs: number, limit: number): Ask<{ count: number; longest: LongSpin[] }> {
  const ms = Number(longerThanMs);
  return async (read) => {
    const counts = Counts.parse(await read((place) => `SELECT count(*) FROM ${longer(place, ms)}`));
    const rows = await read(
      (place) => `
        SELECT s.tenant_id, s.id, s.spinner_id, n.name AS spinner, s.person_id, p.name AS person, s.duration_ms, s.spun_at
        FROM (SELECT s.*, t.slug FROM ${longer(place, ms)}
          ORDER BY s.duration_ms DESC, t.slug COLLATE "C", s.id LIMIT ${Number(limit)}) s
        JOIN ${place.schema}.spinners n ON n.tenant_id = s.tenant_id AND n.id = s.spinner_id
        JOIN ${place.schema}.people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id`,
    );
    return { count: counts.reduce((sum, { count }) => sum + count, 0), longest: Rows.parse(rows) };
  };
}

/** Whoever's longest spin is not longer has none, and is not looked through. */
function longer({ schema, residents }: Place, ms: number): string {
  return `${residents} t
    JOIN ${schema}.spins s ON s.tenant_id = t.id AND s.duration_ms > ${ms} AND EXISTS (
      SELECT 1 FROM ${schema}.live_rollups r WHERE r.tenant_id = t.id AND ${TOTAL} AND r.longest_ms > ${ms})`;
}
