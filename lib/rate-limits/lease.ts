import { sql } from "drizzle-orm";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Rate } from "@/lib/tenancy/tenant";

export interface Wanted {
  /** How many requests at most. */
  want: number;
  /** How many of the lease before were not made; below zero, how many too many. */
  back: number;
}

export interface Lease {
  granted: number;
  /** Where none was granted, after how many seconds there will be one. */
  waitS: number;
}

/** What lies farther ahead than the whole burst and this was another plan's, or another clock's. */
const SLACK_S = 5;

/**
 * Takes requests out of a subject's budget, kept as GCRA's one instant: never more in any time than its rate gives in
 * that time and its burst, however many processes ask. Throws 503 `unavailable`.
 */
export function takeLease(
  at: TenantScope,
  subject: string,
  { perMinute, burst }: Rate,
  { want, back }: Wanted,
): Promise<Lease> {
  const perSecond = sql`(${perMinute}::numeric / 60)`;
  return at.write(async (db) => {
    const [, [row]] = await Promise.all([
      db.execute(sql`
        INSERT INTO rate_budgets (tenant_id, subject, free_at) VALUES (${db.tenantId}, ${subject}, now())
        ON CONFLICT DO NOTHING`),
      // A hundredth is what times in whole microseconds leave out.
      db.execute(sql`
        WITH known AS (
          SELECT extract(epoch FROM free_at - now()) * ${perSecond} AS ahead
          FROM rate_budgets WHERE tenant_id = ${db.tenantId} AND subject = ${subject} FOR UPDATE
        ), spent AS (
          SELECT greatest(least(greatest(ahead, 0), ${burst} + ${SLACK_S} * ${perSecond}) - ${back}::int, 0) AS used
          FROM known
        ), lease AS (
          SELECT used, greatest(least(${want}::int, floor(${burst} - used + 0.01)), 0) AS granted FROM spent
        )
        UPDATE rate_budgets AS b SET free_at = now() + make_interval(secs => ((used + granted) / ${perSecond})::float8)
        FROM lease WHERE b.tenant_id = ${db.tenantId} AND b.subject = ${subject}
        RETURNING granted, (used - ${burst} + 1) / ${perSecond}`),
    ]);
    const [granted = 0, waitS = 1] = (row ?? []).map(Number);
    return { granted, waitS };
  });
}
