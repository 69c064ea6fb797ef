import { describe, expect, test } from "vitest";
import { HEADER, ROW, received, rowsOf, workshop } from "@/e2e/fixtures/importing";
import { checkImport } from "./check";
import { receiveFile } from "./receive";

describe("at the door a file is refused, and leaves nothing", () => {
  test.each([
    ["not UTF-8", Buffer.from(`${HEADER}\nJos\xe9`, "latin1"), "csv_encoding"],
    ["empty", "", "csv_empty"],
    ["a column twice", `${HEADER},Spinner\n`, "columns_invalid"],
    ["a tenant_id", `tenant_id,${HEADER}\n`, "columns_invalid"],
    ["a header with an open quote", `"${HEADER}\n`, "csv_malformed"],
  ])("%s", async (_, text, code) => {
    const { at } = await workshop();
    await expect(received(at, text)).rejects.toMatchObject({ status: 422, code });
    expect(await rowsOf(at)).toEqual([[], []]);
    expect(await received(at, `${HEADER}\n${ROW}\n`)).toMatchObject({ isMapped: true });
  });

  test("that breaks off half-way; meanwhile another is told to wait", async () => {
    const { at } = await workshop();
    async function* brokenOff() {
      yield Buffer.alloc(600_000, "x");
      await expect(received(at, HEADER)).rejects.toMatchObject({ status: 429 });
      expect((await rowsOf(at))[1]).toHaveLength(12);
      throw new Error("the client has gone");
    }
    await expect(receiveFile(at, { fileName: "x", chunks: brokenOff() })).rejects.toThrow("gone");
    expect(await rowsOf(at)).toEqual([[], []]);
  });

  test.each([
    [["spun_at", "spinner", "person", undefined], "duration_ms", "column_unknown"],
    [["spun_at", "spinner", "person", ""], "duration_ms", "column_missing"],
    [["spun_at", "spinner", "spinner", "duration_ms"], "person", "column_missing"],
  ] as const)("columns chosen as %j", async (choices, path, code) => {
    const { at } = await workshop();
    const { id } = await received(at, `${HEADER}\n${ROW}\n`);
    await expect(checkImport(at, id, choices)).rejects.toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ path, code })]),
    });
  });
});
