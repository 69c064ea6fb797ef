import { seeded, spread } from "@/lib/demo/random";

const SPINS = 300;
const DAYS = 30;
const DAY_MS = 86_400_000;

interface Cast {
  /** Ids. */
  people: string[];
  spinners: string[];
  /** The same for the same seed. */
  seed: number;
  timeZone: string;
  /** When the last of them may have been spun. */
  end: Date;
}

/** What some people spun with some spinners in the 30 days before `end`, ready to be recorded. */
export function sampleSpins({ people, spinners, seed, timeZone, end }: Cast) {
  const random = seeded(seed);
  const skill = people.map(() => spread(random, 0.25));
  const bearing = spinners.map(() => spread(random, 0.35));
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
  return Array.from({ length: SPINS }, () => {
    const person = Math.floor(random() ** 1.3 * people.length);
    const spinner = Math.floor(random() ** 1.2 * spinners.length);
    const seconds = 80 * (skill[person] ?? 1) * (bearing[spinner] ?? 1) * spread(random, 0.5);
    return {
      person: people[person] ?? "",
      spinner: spinners[spinner] ?? "",
      duration_ms: Math.min(Math.max(Math.round(seconds * 1_000), 1_500), 3_600_000),
      spun_at: workingTime(random, clock, end).toISOString(),
    };
  });
}

/** Mostly at work, most of all around noon, where the clock hangs. */
function workingTime(random: () => number, clock: Intl.DateTimeFormat, end: Date): Date {
  for (;;) {
    const time = new Date(end.getTime() - random() * DAYS * DAY_MS);
    const parts = new Map(clock.formatToParts(time).map(({ type, value }) => [type, value]));
    const [hour, day] = [Number(parts.get("hour")), parts.get("weekday") ?? ""];
    const busy = hour >= 8 && hour < 18 ? 1 - Math.abs(hour - 12.5) / 8 : 0.02;
    if (random() < busy * (day.startsWith("S") ? 0.1 : 1)) return time;
  }
}
