import { asc, eq } from "drizzle-orm";
import { spinners, userSpinners } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import type { Owned } from "@/lib/spinners/owners";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

/** The spinners that a person has spun, the first one first, at most `limit`. Throws 404 for what is no id. */
export async function spinnersOf(at: TenantScope, personId: string, { limit }: { limit: number }): Promise<Owned[]> {
  at.must("figures:read");
  if (!isUuid(personId)) throw notFound();
  const rows = await at.read((db) =>
    db
      .select({ id: spinners.id, name: spinners.name, since: userSpinners.createdAt })
      .from(userSpinners)
      .innerJoin(spinners, eq(spinners.id, userSpinners.spinnerId))
      .where(eq(userSpinners.personId, personId))
      .orderBy(asc(userSpinners.createdAt), asc(spinners.name), asc(spinners.id))
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
