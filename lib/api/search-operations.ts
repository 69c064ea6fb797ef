import { z } from "zod";
import { search } from "@/lib/search/search";
import * as answers from "./answers";
import { type Operation, operation } from "./operation";
import { limit } from "./query";

/** Who and what is called something. */
export const SEARCH_OPERATIONS: Operation[] = [
  operation({
    method: "GET",
    path: "/search",
    summary: "People and spinners whose name holds a text, as it stands",
    status: 200,
    query: z.strictObject({
      q: z.string().describe("What to look for: at most 200 characters, all of which mean themselves."),
      limit: limit(100, 10),
    }),
    answer: answers.SearchResults,
    run: (at, { q, limit: most }) => search(at, q, most),
  }),
];
