import { expect, it } from "vitest";
import { z } from "zod";
import { shapeOf } from "./shape";

const shape = (schema: z.ZodType) => shapeOf(z.toJSONSchema(schema));

it.each([
  ["a text", z.string(), "string"],
  ["an id", z.uuid(), "string (uuid)"],
  ["what may be missing", z.int().nullable(), "integer | null"],
  ["a choice", z.enum(["read", "write"]), '"read" | "write"'],
  ["a list of choices", z.array(z.enum(["a", "b"])), '("a" | "b")[]'],
  ["nothing known", z.unknown(), "any"],
])("reads %s", (_what, schema, text) => expect(shape(schema)).toBe(text));

it("reads an object line by line, with what may be left out and what it means", () =>
  expect(shape(z.object({ spins: z.array(z.object({ id: z.string().optional().describe("Yours.") })) }))).toBe(
    "{\n  spins: {\n    id?: string  // Yours.\n  }[]\n}",
  ));
