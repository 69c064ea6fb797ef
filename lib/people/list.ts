import { sql } from "drizzle-orm";
import { people } from "@/drizzle/tenant/schema";
import type { LineOrder } from "@/lib/figures/line-places";
import { BY_NAME, type Cut, type LineFigures, listLines } from "@/lib/figures/lines";
import type { Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { PERSON, type Person } from "./find";

export type PersonLine = Person & LineFigures;

/** People with their figures of all time, times in ms; by name if not told otherwise. Throws 400 `cursor_invalid`. */
export async function listPeople(
  at: TenantScope,
  { order = BY_NAME, ...cut }: Cut & { order?: LineOrder },
): Promise<Page<PersonLine>> {
  const listed = { kind: "person", table: people, nameKey: sql`${people.name}`, order, name: "people" } as const;
  return listLines(at, listed, cut, (db, ids) =>
    db.select(PERSON).from(people).where(sql`${people.id} = ANY(${ids}::uuid[])`),
  );
}
