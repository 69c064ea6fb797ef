import { z } from "zod";
import { averages } from "@/lib/figures/averages";
import { type DateRange, previousRange } from "@/lib/figures/date-range";
import { distribution } from "@/lib/figures/distribution";
import { type Board, leaderboard } from "@/lib/figures/leaderboard";
import { longestSpins } from "@/lib/figures/longest";
import { type Subject, TENANT } from "@/lib/figures/rolled";
import { LONGEST_KEPT, RELATIVE_ERROR } from "@/lib/figures/sketch";
import { streaksOf } from "@/lib/figures/streaks";
import { trend } from "@/lib/figures/trend";
import { findPerson } from "@/lib/people/find";
import * as answers from "./answers";
import { type Operation, operation } from "./operation";
import { limit, RANGE, rangeOf } from "./query";

/** What spins add up to. */
export const FIGURE_OPERATIONS: Operation[] = [
  operation({
    method: "GET",
    path: "/averages",
    summary: "How many spins there are, and how long they are on average",
    status: 200,
    query: z.strictObject(RANGE),
    answer: answers.Averages,
    run: async (at, query) => {
      const { spins, totalMs, averageMs } = await averages(at, rangeOf(query));
      return { spins, total_ms: totalMs, average_ms: averageMs };
    },
  }),
  board("spinners", "Spinners by average, longest first"),
  board("people", "People by average, longest first"),
  operation({
    method: "GET",
    path: "/trend",
    summary: "Every day of a range",
    status: 200,
    query: z.strictObject(RANGE),
    answer: answers.Trend,
    run: async (at, query) => {
      const days = await trend(at, rangeOf(query));
      return { days: days.map(({ day, spins, averageMs }) => ({ day, spins, average_ms: averageMs })) };
    },
  }),
  operation({
    method: "GET",
    path: "/distribution",
    summary: "Median, 95th percentile and histogram of durations, beside the period before",
    status: 200,
    query: z.strictObject(RANGE),
    answer: answers.Distribution,
    run: async (at, query) => {
      const [current, previous] = await besideBefore(rangeOf(query), (range) => distribution(at, range));
      return {
        ...answers.distributionAnswer(current),
        relative_error: RELATIVE_ERROR,
        previous: previous && answers.distributionAnswer(previous),
      };
    },
  }),
  operation({
    method: "GET",
    path: "/longest",
    summary: "The longest spins, beside those of the period before",
    status: 200,
    query: z.strictObject({ ...RANGE, limit: limit(LONGEST_KEPT, LONGEST_KEPT) }),
    answer: answers.Longest,
    run: async (at, query) => {
      const longest = (range: DateRange) => longestSpins(at, range, query.limit);
      const [current, previous] = await besideBefore(rangeOf(query), longest);
      return { spins: current.map(answers.spinAnswer), previous: previous?.map(answers.spinAnswer) ?? null };
    },
  }),
  operation({
    method: "GET",
    path: "/streaks",
    summary: "Days in a row with a spin, of everybody or one person, beside the period before",
    status: 200,
    query: z.strictObject({ ...RANGE, person: z.string().max(254).optional().describe("An id or e-mail address.") }),
    answer: answers.Streaks,
    run: async (at, query) => {
      const person = query.person === undefined ? undefined : await findPerson(at, query.person);
      const subject: Subject = person ? { kind: "person", id: person.id } : TENANT;
      const streaks = async (range: DateRange) => streaksOf(await trend(at, range, subject));
      const [current, previous] = await besideBefore(rangeOf(query), streaks);
      return { ...current, previous };
    },
  }),
];

function board(name: Board, summary: string): Operation {
  return operation({
    method: "GET",
    path: `/leaderboards/${name}`,
    summary,
    status: 200,
    query: z.strictObject({ ...RANGE, limit: limit(100, 10) }),
    answer: answers.Leaderboard,
    run: async (at, query) => {
      const standings = await leaderboard(at, name, rangeOf(query), query.limit);
      return { entries: standings.map(answers.standingAnswer) };
    },
  });
}

/** A figure of a range and of the one of the same length before, which all time has not. */
async function besideBefore<T>(range: DateRange, figure: (range: DateRange) => Promise<T>): Promise<[T, T | null]> {
  const before = previousRange(range);
  return Promise.all([figure(range), before && figure(before)]);
}
