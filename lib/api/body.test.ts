import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { readBody } from "./body";

const lines = { each: z.int(), most: 3, asBody: (values: unknown[]) => ({ values }) };

function read(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const request = new Request("http://here", {
    method: "POST",
    body,
    headers: { "Content-Type": "application/x-ndjson", ...headers },
  });
  return readBody(request, lines);
}

test.each([
  ["1\n2\n3\n", [1, 2, 3]],
  ["1\n2", [1, 2]],
  ['{"a":1}\r\n[2]\r\n', [{ a: 1 }, [2]]],
  ["\ufeff1\n", [1]],
  ["", []],
])("%j is so many lines", async (body, values) => {
  expect(await read(body)).toEqual({ values });
});

test.each([
  ["1\n2,\n3", "Line 2"],
  ["1\n\n3", "Line 2"],
  ["{\n}", "Line 1"],
  ["1 2", "Line 1"],
  ["\n", "Line 1"],
  ["1\n2\nx", "Line 3"],
])("%j is refused by line", async (body, line) => {
  await expect(read(body)).rejects.toMatchObject({
    status: 400,
    code: "json_malformed",
    detail: `${line} is not JSON.`,
  });
});

test("one line too many is read for the verb to refuse, however many there are", async () => {
  expect(await read("1\n".repeat(4))).toEqual({ values: [1, 1, 1, 1] });
  expect(await read("1\n".repeat(2_000_000))).toEqual({ values: [1, 1, 1, 1] });
});

test("lines are held to what JSON is held to", async () => {
  await expect(read(`${"[".repeat(40)}${"]".repeat(40)}`)).rejects.toMatchObject({ status: 400 });
  await expect(read("1\n".repeat(2_500_001))).rejects.toMatchObject({ status: 413 });
  const gzip = { "Content-Encoding": "gzip" };
  expect(await read(new Uint8Array(gzipSync("1\n2")), gzip)).toEqual({ values: [1, 2] });
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, "1\n")));
  await expect(read(bomb, gzip)).rejects.toMatchObject({ status: 413 });
});

test("a call that takes no lines refuses them by their type, and takes JSON", async () => {
  const post = (type: string) =>
    readBody(new Request("http://here", { method: "POST", body: "1", headers: { "Content-Type": type } }), undefined);
  await expect(post("application/x-ndjson")).rejects.toMatchObject({ status: 415, detail: "Send application/json." });
  expect(await post("application/json")).toBe(1);
  expect(await read("1", { "Content-Type": "Application/X-NDJSON; charset=utf-8" })).toEqual({ values: [1] });
  await expect(read("1", { "Content-Type": "text/csv" })).rejects.toMatchObject({ status: 415 });
});
