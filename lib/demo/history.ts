import { type Company, type DemoPerson, SPINNERS } from "./company";
import { seeded, spread, uuidOf } from "./random";

const SPINS = 5_000;
const DAY_MS = 86_400_000;
const DAYS = 90;

export interface DemoSpin {
  id: string;
  spinner: string;
  person: string;
  duration_ms: number;
  spun_at: string;
}

/** What a company spun in the 90 days before `end`: the same for the same seed and end. One spinner is never spun. */
export function historyOf(company: Company, people: DemoPerson[], end: Date): DemoSpin[] {
  const random = seeded(company.seed);
  const skill = people.map(() => spread(random, 0.25));
  const bearing = SPINNERS.map(() => spread(random, 0.35));
  return Array.from({ length: SPINS }, () => {
    const person = Math.floor(random() ** 1.3 * people.length);
    const spinner = Math.floor(random() ** 1.2 * (SPINNERS.length - 1));
    const seconds = 95 * (skill[person] ?? 1) * (bearing[spinner] ?? 1) * spread(random, 0.5);
    return {
      id: uuidOf(random),
      spinner: SPINNERS[spinner] ?? "",
      person: people[person]?.email ?? "",
      duration_ms: Math.min(Math.max(Math.round(seconds * 1_000), 1_500), 3_600_000),
      spun_at: workingTime(random, end).toISOString(),
    };
  });
}

/** Mostly by day, mostly from Monday to Friday, a little more often lately. */
function workingTime(random: () => number, end: Date): Date {
  for (;;) {
    const time = new Date(end.getTime() - random() ** 1.15 * DAYS * DAY_MS);
    const hour = time.getUTCHours();
    const busy = (time.getUTCDay() % 6 === 0 ? 0.15 : 1) * (hour > 12 && hour < 22 ? 1 : 0.1);
    if (random() < busy) return time;
  }
}
