import { people, spinners } from "@/drizzle/tenant/schema";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { PEOPLE, SPINNERS } from "./big-tenant";

/** A thousand spins a batch, of anybody with anything: what a fleet sends, or a year's history. */
export interface NewSpin {
  id: string;
  spinner: string;
  person: string;
  duration_ms: number;
  spun_at: string;
}

export const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** Over how many days their spins are spread: the last one, or a year. */
export type Spread = 1 | 365;

export function batchesOf(count: number, spread: Spread): NewSpin[][] {
  return Array.from({ length: count }, () => Array.from({ length: BATCH }, () => newSpin(spread)));
}

function newSpin(spread: Spread): NewSpin {
  const [person, spinner] = [below(PEOPLE), below(SPINNERS)];
  return {
    id: newId(),
    spinner: spinner === 0 ? "First" : `Spinner ${spinner + 1}`,
    person: person === 0 ? "owner@bench.example" : `p${person + 1}@bench.example`,
    duration_ms: 1_000 + below(300_000),
    spun_at: new Date(Date.now() - below(spread * DAY_MS)).toISOString(),
  };
}

function below(limit: number): number {
  return Math.floor(Math.random() * limit);
}

/** The ids behind the names that batches use. */
export interface Ids {
  people: Map<string, string>;
  spinners: Map<string, string>;
}

export async function idsOf(at: TenantScope): Promise<Ids> {
  const [everybody, everything] = await at.read((db) =>
    Promise.all([
      db.select({ id: people.id, name: people.email }).from(people),
      db.select({ id: spinners.id, name: spinners.name }).from(spinners),
    ]),
  );
  const byName = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [name, id]));
  return { people: byName(everybody), spinners: byName(everything) };
}
