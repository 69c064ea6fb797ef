import { z } from "zod";
import { answerExport, ExportQuery } from "@/lib/exports/answer";
import { averages } from "@/lib/figures/averages";
import { type Board, leaderboard } from "@/lib/figures/leaderboard";
import { trend } from "@/lib/figures/trend";
import { answerLive, LiveQuery } from "@/lib/live/answer";
import { listPeople } from "@/lib/people/list";
import { CreateSpinner, createSpinner } from "@/lib/spinners/create";
import { listSpinners } from "@/lib/spinners/list";
import { RecordSpins, SpinInput } from "@/lib/spins/input";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import * as answers from "./answers";
import { type Operation, operation } from "./operation";
import { CURSOR, limit, RANGE, rangeOf } from "./query";

const PAGE = { limit: limit(1_000, 100), cursor: CURSOR };

/** Every call of API v1, but for `openapi.json`, which describes them. */
export const OPERATIONS: Operation[] = [
  operation({
    method: "POST",
    path: "/spins",
    summary: "Record 1 to 1,000 spins, all or none, each exactly once",
    status: 200,
    query: z.strictObject({}),
    body: RecordSpins,
    lines: { each: SpinInput, most: 1_000, asBody: (spins) => ({ spins }) },
    answer: answers.Recorded,
    run: (at, _query, body) => recordSpins(at, body),
  }),
  operation({
    method: "GET",
    path: "/spins",
    summary: "Spins, newest first",
    status: 200,
    query: z.strictObject({
      ...PAGE,
      ...RANGE,
      spinner: z.string().max(200).optional().describe("A spinner's id or name."),
      person: z.string().max(254).optional().describe("A person's id or e-mail address."),
    }),
    answer: answers.Spins,
    run: async (at, query) => {
      const page = await listSpins(at, { ...rangeOf(query), spinner: query.spinner, person: query.person }, query);
      return { spins: page.items.map(answers.spinAnswer), next_cursor: page.nextCursor };
    },
  }),
  operation({
    method: "GET",
    path: "/spins/export",
    summary: "Spins as a file, oldest first, of one moment",
    status: 200,
    query: ExportQuery,
    answer: z.string(),
    media: ["text/csv", "application/x-ndjson"],
    run: answerExport,
  }),
  operation({
    method: "GET",
    path: "/live",
    summary: "New spins as they come, as server-sent events",
    status: 200,
    query: LiveQuery,
    answer: z.string(),
    media: ["text/event-stream"],
    run: answerLive,
  }),
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
    path: "/spinners",
    summary: "Spinners by name, with their figures of all time",
    status: 200,
    query: z.strictObject(PAGE),
    answer: answers.Spinners,
    run: async (at, query) => {
      const { items, nextCursor } = await listSpinners(at, query);
      return { spinners: items.map(withFigures), next_cursor: nextCursor };
    },
  }),
  operation({
    method: "POST",
    path: "/spinners",
    summary: "Add a spinner",
    status: 201,
    query: z.strictObject({}),
    body: CreateSpinner,
    answer: answers.SpinnerAnswer,
    run: (at, _query, body) => createSpinner(at, body),
  }),
  operation({
    method: "GET",
    path: "/people",
    summary: "People by name, with their figures of all time",
    status: 200,
    query: z.strictObject(PAGE),
    answer: answers.People,
    run: async (at, query) => {
      const { items, nextCursor } = await listPeople(at, query);
      return { people: items.map(withFigures), next_cursor: nextCursor };
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

function withFigures<T extends { averageMs: number | null; longestMs: number | null }>(line: T) {
  const { averageMs, longestMs, ...rest } = line;
  return { ...rest, average_ms: averageMs, longest_ms: longestMs };
}
