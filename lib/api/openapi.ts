import { z } from "zod";
import { type Lines, NDJSON } from "./body";
import type { Operation } from "./operation";

/** The OpenAPI 3.1 document of the operations, made from the schemas that validate. `server` is the address asked. */
export function openApi(operations: Operation[], server: string) {
  const paths: Record<string, Record<string, Documented>> = {};
  for (const each of operations) {
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: documented(each) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Spinner Tracking",
      version: "1",
      description: "Durations are whole milliseconds, times RFC 3339 in UTC.",
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A device key of this tenant." } },
      responses: {
        Problem: { description: "An RFC 9457 problem.", content: { "application/problem+json": { schema: PROBLEM } } },
      },
    },
  };
}

/** One call, as the document has it. */
export type Documented = ReturnType<typeof documented>;

const text = { type: "string" };
const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail", "code", "request_id"],
  properties: {
    type: text,
    title: text,
    status: { type: "integer" },
    detail: text,
    code: text,
    request_id: text,
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "code", "message"],
        properties: { path: text, code: text, message: text },
      },
    },
  },
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The sender's name for this request: sent again within 24 hours, it gets the first answer again.",
  schema: { type: "string", examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'] },
};

const ID = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };

function documented(each: Operation) {
  const problem = { $ref: "#/components/responses/Problem" };
  const schema = jsonSchema(each.answer, "output");
  return {
    summary: each.summary,
    parameters: [
      ...(each.path.includes("{id}") ? [ID] : []),
      ...Object.entries(each.query.shape).map(([name, schema]) => parameter(name, schema)),
      ...(each.body ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(each.body && { requestBody: { required: true, content: bodies(each.body, each.lines) } }),
    responses: {
      [each.status]: {
        description: "Done.",
        ...(each.status !== 204 && {
          content: Object.fromEntries((each.media ?? ["application/json"]).map((type) => [type, { schema }])),
        }),
      },
      default: problem,
    },
  };
}

function bodies(body: z.ZodType, lines: Lines | undefined) {
  const { description, ...each } = lines ? jsonSchema(lines.each, "input") : {};
  return {
    "application/json": { schema: jsonSchema(body, "input") },
    ...(lines && { [NDJSON]: { schema: { ...each, description: "One a line." } } }),
  };
}

function parameter(name: string, schema: z.core.$ZodType) {
  const { description, ...rest } = jsonSchema(schema, "input");
  return { name, in: "query", required: !z.safeParse(schema, undefined).success, description, schema: rest };
}

function jsonSchema(schema: z.core.$ZodType, io: "input" | "output") {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
