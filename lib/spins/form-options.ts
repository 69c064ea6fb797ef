import { and, asc, eq, isNull } from "drizzle-orm";
import { people, spinners, userSpinners } from "@/drizzle/tenant/schema";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface FormOptions {
  /** Spinners in use, by name; `mine` are those that the acting person has spun. */
  spinners: { id: string; name: string; mine: boolean }[];
  people: { id: string; name: string }[];
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
/** More than anybody picks from in a list; beyond it, the API takes names. */
const MOST = 1_000;

/** What a form about spins offers to choose from. */
export async function formOptions(at: TenantScope): Promise<FormOptions> {
  at.must("figures:read");
  const me = at.actor.kind === "person" ? at.actor.id : NOBODY;
  const [all, everybody] = await at.read((db) =>
    Promise.all([
      db
        .select({ id: spinners.id, name: spinners.name, owner: userSpinners.personId })
        .from(spinners)
        .leftJoin(userSpinners, and(eq(userSpinners.spinnerId, spinners.id), eq(userSpinners.personId, me)))
        .where(and(isNull(spinners.retiredAt), isNull(spinners.mergedInto)))
        .orderBy(asc(spinners.name))
        .limit(MOST),
      db.select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.name)).limit(MOST),
    ]),
  );
  return { spinners: all.map(({ id, name, owner }) => ({ id, name, mine: owner !== null })), people: everybody };
}
