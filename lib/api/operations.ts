import { z } from "zod";
import { listPeople } from "@/lib/people/list";
import { CreateSpinner, createSpinner } from "@/lib/spinners/create";
import { listSpinners } from "@/lib/spinners/list";
import * as answers from "./answers";
import { FIGURE_OPERATIONS } from "./figure-operations";
import { type Operation, operation } from "./operation";
import { PAGE } from "./query";
import { SEARCH_OPERATIONS } from "./search-operations";
import { SPIN_OPERATIONS } from "./spin-operations";

/** Every call of API v1, but for `openapi.json`, which describes them. */
export const OPERATIONS: Operation[] = [
  ...SPIN_OPERATIONS,
  ...FIGURE_OPERATIONS,
  ...SEARCH_OPERATIONS,
  operation({
    method: "GET",
    path: "/spinners",
    summary: "Spinners by name, with their figures of all time",
    status: 200,
    query: z.strictObject(PAGE),
    answer: answers.Spinners,
    run: async (at, query) => {
      const { items, nextCursor } = await listSpinners(at, query);
      const lines = items.map(({ retiredAt, mergedInto, ...line }) => withFigures(line));
      return { spinners: lines, next_cursor: nextCursor };
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

function withFigures<T extends { averageMs: number | null; longestMs: number | null }>(line: T) {
  const { averageMs, longestMs, ...rest } = line;
  return { ...rest, average_ms: averageMs, longest_ms: longestMs };
}
