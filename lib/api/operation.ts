import type { z } from "zod";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Lines } from "./body";
import { readQuery } from "./query";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One call of the API: what serves it is also what documents it. */
export interface Operation {
  method: Method;
  /** Below /api/v1; the id of one thing in braces: `/spins/{id}`. */
  path: string;
  summary: string;
  /** 204: there is nothing to say. */
  status: 200 | 201 | 204;
  query: z.ZodObject;
  body: z.ZodType | undefined;
  lines?: Lines;
  answer: z.ZodType;
  /** What it may answer with where that is not JSON: then `call` returns the whole response. */
  media?: readonly string[];
  /** Throws 400 `unknown_parameter`, 422 `invalid`, and what the verb throws. */
  call: (at: TenantScope, asked: Asked) => Promise<unknown>;
}

interface Asked {
  query: URLSearchParams;
  body: unknown;
  /** What stands for the braces of the path; empty without any. */
  id: string;
}

interface Definition<Q extends z.ZodObject, A extends z.ZodType>
  extends Omit<Operation, "call" | "query" | "body" | "answer"> {
  query: Q;
  body?: z.ZodType;
  answer: A;
  /** The body is the verb's to validate. */
  run: (at: TenantScope, query: z.output<Q>, body: unknown, id: string) => Promise<z.input<A> | Response>;
}

export function operation<Q extends z.ZodObject, A extends z.ZodType>({ run, ...rest }: Definition<Q, A>): Operation {
  return {
    body: undefined,
    ...rest,
    call: async (at, { query, body, id }) => run(at, readQuery(rest.query, query), body, id),
  };
}
