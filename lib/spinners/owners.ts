import { asc, eq } from "drizzle-orm";
import { people, userSpinners } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface Owned {
  id: string;
  name: string;
  /** When the first spin of the pair was stored, RFC 3339. */
  since: string;
}

/** The people who have spun a spinner, those who began first first, at most `limit`. Throws 404 for what is no id. */
export async function ownersOf(at: TenantScope, spinnerId: string, { limit }: { limit: number }): Promise<Owned[]> {
  at.must("figures:read");
  if (!isUuid(spinnerId)) throw notFound();
  const rows = await at.read((db) =>
    db
      .select({ id: people.id, name: people.name, since: userSpinners.createdAt })
      .from(userSpinners)
      .innerJoin(people, eq(people.id, userSpinners.personId))
      .where(eq(userSpinners.spinnerId, spinnerId))
      .orderBy(asc(userSpinners.createdAt), asc(people.name), asc(people.id))
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
