import { sql } from "drizzle-orm";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantDb } from "@/lib/db/tenant-db";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { nameKey } from "@/lib/text";

type Found = ReadonlyMap<string, string | null>;

/** So many names are remembered: more than a tenant has in use, and little memory. */
const REMEMBERED = 50_000;

/** The people and spinners that the rows of a file name: each is looked up once. */
export class Owners {
  readonly #people = new Map<string, string | null>();
  readonly #spinners = new Map<string, string | null>();

  constructor(private readonly at: TenantScope) {}

  /** Looks up who and what is new among these. */
  async meet(named: readonly { person: string; spinner: string }[]): Promise<void> {
    const people = unknownOf(
      this.#people,
      named.map(({ person }) => person),
    );
    const spinners = unknownOf(
      this.#spinners,
      named.map(({ spinner }) => nameKey(spinner)),
    );
    if (people.size === 0 && spinners.size === 0) return;
    await this.at.read(async (db) => {
      const [ofPeople, ofSpinners] = await Promise.all([
        find(db, "people", "email", people),
        find(db, "spinners", "name_key", spinners),
      ]);
      for (const name of people) this.#people.set(name, ofPeople.get(name) ?? null);
      for (const name of spinners) this.#spinners.set(name, ofSpinners.get(name) ?? null);
    });
  }

  /** The id of one that was met; null: there is none here. */
  person(name: string): string | null {
    return this.#people.get(name) ?? null;
  }

  spinner(name: string): string | null {
    return this.#spinners.get(nameKey(name)) ?? null;
  }
}

function unknownOf(known: Map<string, string | null>, names: string[]): Set<string> {
  if (known.size > REMEMBERED) known.clear();
  return new Set(names.filter((name) => !known.has(name)));
}

/** Ids by themselves and by what else they are called. An id wins over a name that looks like one, as in the API. */
async function find(
  db: TenantDb,
  table: "people" | "spinners",
  column: "email" | "name_key",
  wanted: ReadonlySet<string>,
): Promise<Found> {
  if (wanted.size === 0) return new Map();
  const ids = [...wanted].filter(isUuid);
  const rows = await db.execute(sql`
    SELECT id, ${sql.identifier(column)} FROM ${sql.identifier(table)}
    WHERE tenant_id = ${db.tenantId}
      AND (${sql.identifier(column)} = ANY(${pgArray(wanted)}::text[]) OR id = ANY(${pgArray(ids)}::uuid[]))`);
  const found = rows.map(([id, name]) => ({ id: String(id), name: String(name) }));
  return new Map([...found.map(({ id, name }) => [name, id] as const), ...found.map(({ id }) => [id, id] as const)]);
}
