import { people, spinners } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { nameKey } from "@/lib/text";
import { SAMPLE_PEOPLE, SAMPLE_SPINNERS } from "./cast";
import { hasSamples } from "./has";
import { sampleSpins } from "./history";

/**
 * Puts in people and spinners that are made up, and what they spun in the last 30 days, to show what figures look
 * like: all of it or nothing. Throws 403, 409 `samples_present`; of two at once one does.
 */
export async function addSamples(at: TenantScope): Promise<void> {
  at.must("samples:write");
  const { id, timeZone } = at.tenant;
  await at.write(async (db) => {
    if (await hasSamples(at)) throw present();
    const cast = { people: await addPeople(db), spinners: await addSpinners(db) };
    const seed = Number.parseInt(id.slice(-8), 16);
    await recordSpins(at, { spins: sampleSpins({ ...cast, seed, timeZone, end: new Date() }) });
  });
}

function present(): AppError {
  return new AppError("conflict", "samples_present", "There are samples here already.");
}

async function addPeople(db: TenantDb): Promise<string[]> {
  const rows = SAMPLE_PEOPLE.map((person) => ({ ...person, id: newId(), role: "member" as const, sample: true }));
  const added = await db.insert(people, rows).onConflictDoNothing().returning({ id: people.id });
  // Somebody else was at it, and has just finished.
  if (added.length < rows.length) throw present();
  return added.map((row) => row.id);
}

async function addSpinners(db: TenantDb): Promise<string[]> {
  const ids: string[] = [];
  for (const name of SAMPLE_SPINNERS) ids.push(await addSpinner(db, name, 1));
  return ids;
}

/** Under another number where the name is taken. */
async function addSpinner(db: TenantDb, name: string, number: number): Promise<string> {
  const numbered = number === 1 ? name : `${name} ${number}`;
  const row = { id: newId(), name: numbered, nameKey: nameKey(numbered), sample: true };
  const [added] = await db.insert(spinners, row).onConflictDoNothing().returning({ id: spinners.id });
  return added?.id ?? addSpinner(db, name, number + 1);
}
