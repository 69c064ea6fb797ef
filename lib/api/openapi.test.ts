import { expect, test } from "vitest";
import { openApi } from "./openapi";
import { OPERATIONS } from "./operations";

const { paths } = openApi(OPERATIONS, "http://here");

test("what a call takes is documented with its types and headers", () => {
  expect(paths["/spins"]?.post).toMatchObject({
    parameters: [{ name: "Idempotency-Key", in: "header", required: false }],
    requestBody: {
      content: {
        "application/json": { schema: { properties: { spins: { type: "array", maxItems: 1_000 } } } },
        "application/x-ndjson": { schema: { type: "object", required: ["spinner", "person", "duration_ms"] } },
      },
    },
  });
  expect(Object.keys(Reflect.get(paths["/spinners"]?.post ?? {}, "requestBody").content)).toEqual(["application/json"]);
});

test("a call that changes nothing knows no Idempotency-Key", () => {
  expect(JSON.stringify(paths["/averages"])).not.toContain("Idempotency-Key");
});
