import { sql } from "drizzle-orm";
import { AppError, type Fault } from "@/lib/app-error";
import { pgArray } from "@/lib/db/pg-array";
import type { TenantDb } from "@/lib/db/tenant-db";
import { isUuid } from "@/lib/tenancy/placement";
import { nameKey } from "@/lib/text";
import { formatPath } from "@/lib/validate";
import type { SpinInput } from "./input";

export interface Resolved {
  id: string | undefined;
  personId: string;
  spinnerId: string;
  durationMs: number;
  spunAt: string | undefined;
}

/**
 * Finds the people and spinners that spins name, by id or by e-mail address and name; by an alias, the spinner behind.
 * Throws 422 `invalid` with a fault for each that this tenant does not have.
 */
export async function resolveOwners(
  db: TenantDb,
  spins: SpinInput[],
  pathOf: (index: number) => (string | number)[] = (index) => ["spins", index],
): Promise<Resolved[]> {
  const [people, spinners] = await Promise.all([
    find(db, PEOPLE, new Set(spins.map(({ person }) => person))),
    find(db, SPINNERS, new Set(spins.map(({ spinner }) => nameKey(spinner)))),
  ]);
  const faults: Fault[] = [];
  const resolved = spins.map((spin, index) => {
    const personId = people.get(spin.person);
    const spinnerId = spinners.get(nameKey(spin.spinner));
    if (!personId) faults.push(unknown(pathOf(index), "person"));
    if (!spinnerId) faults.push(unknown(pathOf(index), "spinner"));
    return {
      id: spin.id,
      personId: personId ?? "",
      spinnerId: spinnerId ?? "",
      durationMs: spin.duration_ms,
      spunAt: spin.spun_at,
    };
  });
  if (faults.length > 0) throw new AppError("invalid", "invalid", "Some spins name what is not here.", { faults });
  return resolved;
}

const PEOPLE = { table: sql`people`, called: sql`email`, behind: sql`id` };
const SPINNERS = { table: sql`spinners`, called: sql`name_key`, behind: sql`coalesce(merged_into, id)` };

/** Whom ids and what else they are called stand for. An id wins over a name that looks like one. */
async function find(
  db: TenantDb,
  { table, called, behind }: typeof PEOPLE,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const ids = [...wanted].filter(isUuid);
  const rows = await db.execute(sql`
    SELECT id, ${called}, ${behind} FROM ${table} WHERE tenant_id = ${db.tenantId}
      AND (${called} = ANY(${pgArray(wanted)}::text[]) OR id = ANY(${pgArray(ids)}::uuid[]))`);
  const found = rows.map((row) => row.map(String));
  return new Map([
    ...found.map(([, name = "", behind = ""]) => [name, behind] as const),
    ...found.map(([id = "", , behind = ""]) => [id, behind] as const),
  ]);
}

function unknown(path: (string | number)[], field: "person" | "spinner"): Fault {
  return { path: formatPath([...path, field]), code: `${field}_unknown`, message: `there is no such ${field}` };
}
