import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareCell } from "./cell";
import { checkUtf8 } from "./check-utf8";
import { csvLine } from "./line";
import { type Delimiter, readCsv } from "./read";
import { sniffDelimiter } from "./sniff-delimiter";

async function* inPieces(bytes: Buffer, size = bytes.length): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(bytes: Buffer | string, delimiter: Delimiter = ",", size?: number) {
  const records: [number, string[]][] = [];
  for await (const some of readCsv(checkUtf8(inPieces(Buffer.from(bytes), size)), delimiter)) {
    records.push(...some.map(({ line, cells }): [number, string[]] => [line, cells]));
  }
  return records;
}

test("records come with the line they end in, whatever ends lines; empty lines count, and are left out", async () => {
  expect(await read('\ufeffa,b\r\n1,"x\ny"\r\n\r\n3,4\n5,6')).toEqual([
    [1, ["a", "b"]],
    [3, ["1", "x\ny"]],
    [5, ["3", "4"]],
    [6, ["5", "6"]],
  ]);
});

describe("refuses", () => {
  test.each([
    ["a quote that is never closed", 'a,b\n1,2\n3,"x\n4,5\n', 3],
    ["one that swallows more than 64 kB", `a,b\n1,2\n3,"${"x,y\n".repeat(50_000)}`, 3],
    ["a quote inside a cell", 'a,b\n1,x"y\n3,4', 2],
    ["text behind a quote", 'a,b\n1,2\n"x"y,4', 3],
  ])("%s, with its line", async (_, text, line) => {
    await expect(read(text)).rejects.toMatchObject({
      status: 422,
      code: "csv_malformed",
      faults: [{ path: `lines[${line}]` }],
    });
  });

  test.each([
    ["Latin-1", Buffer.from("a,b\nJos\xe9,2\n", "latin1")],
    ["UTF-16", Buffer.from("\ufeffa,b\n", "utf16le")],
    ["a character cut off by the end", Buffer.from("a,b\n🌀").subarray(0, -1)],
  ])("%s", async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ status: 422, code: "csv_encoding" });
    expect(await read("a,b\nJosé 🌀,2\n", ",", 1)).toEqual([
      [1, ["a", "b"]],
      [2, ["José 🌀", "2"]],
    ]);
  });
});

test("whoever stops reading stops the file too", async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield Buffer.from("1,2\n".repeat(1_000));
    }
  }
  for await (const [first] of readCsv(endless(), ",")) if (first) break;
  const before = taken;
  await new Promise((wake) => setTimeout(wake, 20));
  expect(taken).toBeLessThanOrEqual(before + 1);
});

test("the delimiter is told by the header", () => {
  const told = (header: string) => sniffDelimiter(Buffer.from(header));
  expect(told("spun_at,spinner,person")).toBe(",");
  expect(told("spun_at;spinner;person\n1,5;2,5;3,5;,,,")).toBe(";");
  expect(told('"a;b;c",d')).toBe(",");
});

test("lines are read as they were written", async () => {
  const cell = fc.string({ unit: fc.constantFrom("'", "=", "+", "\t", "\r", "\n", "a", ",", ";", '"', "🌀", " ") });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const back = await read(rows.map(csvLine).join(""), ",", size);
      expect(back.map(([, cells]) => cells.map(bareCell))).toEqual(rows);
    }),
  );
});
