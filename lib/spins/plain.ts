import { AHEAD_MS, EARLIEST, LONGEST_MS, MOST_SPINS, type SpinInput } from "./input";

/*
 * The way of the ordinary batch. `RecordSpins` reads everything and names every fault, and takes a third of the time
 * that storing the batch does; this knows only what is plainly right, and says nothing about the rest.
 */

const FIELDS: ReadonlySet<string> = new Set(["id", "spinner", "person", "duration_ms", "spun_at"]);
const ID = /^(?=.*[1-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NAME = /^[!-~](?:[ -~]{0,118}[!-~])?$/;
const EMAIL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** The spins of a batch as `RecordSpins` would read them; undefined where it should be asked. */
export function plainSpins(input: unknown): SpinInput[] | undefined {
  if (!isRecord(input) || Object.keys(input).length !== 1 || !Array.isArray(input.spins)) return undefined;
  const given: unknown[] = input.spins;
  if (given.length < 1 || given.length > MOST_SPINS) return undefined;
  const latest = Date.now() + AHEAD_MS;
  const spins: SpinInput[] = [];
  for (const each of given) {
    const spin = plainSpin(each, latest);
    if (!spin) return undefined;
    spins.push(spin);
  }
  return spins;
}

function plainSpin(value: unknown, latest: number): SpinInput | undefined {
  if (!isRecord(value)) return undefined;
  for (const name of Object.keys(value)) if (!FIELDS.has(name)) return undefined;
  const { id, spinner, person, duration_ms, spun_at } = value;
  if (id !== undefined && !matches(id, ID)) return undefined;
  if (!matches(spinner, NAME) || (spinner.length === 36 && !ID.test(spinner))) return undefined;
  if (!matches(person, ID) && !(matches(person, EMAIL) && person.length <= 254)) return undefined;
  if (typeof duration_ms !== "number" || !Number.isInteger(duration_ms)) return undefined;
  if (duration_ms < 1 || duration_ms > LONGEST_MS) return undefined;
  if (spun_at === undefined) return { id, spinner, person, duration_ms };
  const time = matches(spun_at, TIME) ? plainTime(spun_at, latest) : undefined;
  return time === undefined ? undefined : { id, spinner, person, duration_ms, spun_at: time };
}

/** In milliseconds; the calendar is asked, as `Date` takes the 30th of February for the 2nd of March. */
function plainTime(text: string, latest: number): string | undefined {
  const time = Date.parse(text);
  if (!(time >= EARLIEST && time <= latest)) return undefined;
  const written = new Date(time).toISOString();
  return written.startsWith(text.slice(0, 19)) ? written : undefined;
}

function matches(value: unknown, form: RegExp): value is string {
  return typeof value === "string" && form.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
