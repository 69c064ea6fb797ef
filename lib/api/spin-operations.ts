import { z } from "zod";
import { answerExport, ExportQuery } from "@/lib/exports/answer";
import { answerLive, LiveQuery } from "@/lib/live/answer";
import { correctSpin } from "@/lib/spins/correct";
import { getSpin } from "@/lib/spins/get";
import { CorrectSpin, RecordSpins, SpinInput } from "@/lib/spins/input";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import { removeSpin } from "@/lib/spins/remove";
import * as answers from "./answers";
import { type Operation, operation } from "./operation";
import { PAGE, RANGE, rangeOf } from "./query";

/** What is done with spins. */
export const SPIN_OPERATIONS: Operation[] = [
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
    path: "/spins/{id}",
    summary: "One spin",
    status: 200,
    query: z.strictObject({}),
    answer: answers.SpinAnswer,
    run: async (at, _query, _body, id) => answers.spinAnswer(await getSpin(at, id)),
  }),
  operation({
    method: "PATCH",
    path: "/spins/{id}",
    summary: "Correct a spin: one's own, or as an admin anybody's",
    status: 200,
    query: z.strictObject({}),
    body: CorrectSpin,
    answer: answers.SpinAnswer,
    run: async (at, _query, body, id) => answers.spinAnswer(await correctSpin(at, id, body)),
  }),
  operation({
    method: "DELETE",
    path: "/spins/{id}",
    summary: "Remove a spin: one's own, or as an admin anybody's",
    status: 204,
    query: z.strictObject({}),
    answer: z.void(),
    run: (at, _query, _body, id) => removeSpin(at, id),
  }),
];
