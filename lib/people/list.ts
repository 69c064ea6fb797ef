import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { people, rollups } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { ALL_TIME } from "@/lib/figures/date-range";
import { figuresOf, inRange, rolledUp } from "@/lib/figures/rolled";
import { cutPage, type Page } from "@/lib/page";
import type { Role } from "@/lib/tenancy/actor";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface PersonLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

/** People by name with their figures of all time, times in ms. Throws 400 `cursor_invalid`. */
export async function listPeople(
  at: TenantScope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<PersonLine>> {
  at.must("figures:read");
  const after = cursor === undefined ? undefined : behind(readCursor(at.tenant.id, cursor));
  const rows = await at.read((db) =>
    db
      .select({ id: people.id, name: people.name, email: people.email, role: people.role, ...figuresOf(rollups) })
      .from(people)
      .leftJoin(rollups, and(inRange(rolledUp(ALL_TIME, "person")), eq(rollups.key, people.id)))
      .where(after)
      .orderBy(asc(people.name), asc(people.id))
      .limit(limit + 1),
  );
  return cutPage(at.tenant.id, rows, limit, (row) => [row.name, row.id]);
}

function behind([name, id]: string[]): SQL {
  return sql`(${people.name}, ${people.id}) > (${name}, ${id}::uuid)`;
}
