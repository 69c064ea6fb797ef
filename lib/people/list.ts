import { asc, type SQL, sql } from "drizzle-orm";
import { people } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { figuresOf } from "@/lib/figures/rolled";
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
  const rows = await at.read((db) => {
    const page = db
      .select({ id: people.id, name: people.name, email: people.email, role: people.role })
      .from(people)
      .where(after)
      .orderBy(asc(people.name), asc(people.id))
      .limit(limit + 1)
      .as("page");
    const figures = figuresOf(db, "person", page.id);
    const { id, name, email, role } = page;
    const { spins, averageMs, longestMs } = figures;
    return db
      .select({ id, name, email, role, spins, averageMs, longestMs })
      .from(page)
      .leftJoinLateral(figures, sql`true`)
      .orderBy(asc(page.name), asc(page.id));
  });
  return cutPage(at.tenant.id, rows, limit, (row) => [row.name, row.id]);
}

function behind([name, id]: string[]): SQL {
  return sql`(${people.name}, ${people.id}) > (${name}, ${id}::uuid)`;
}
