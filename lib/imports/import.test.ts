import { describe, expect, test } from "vitest";
import { checked, HEADER, imported, PERSON, ROW, received, rowsOf, stored, workshop } from "@/e2e/fixtures/importing";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addSpinner } from "@/e2e/fixtures/tenants";
import { ALL_TIME } from "@/lib/figures/date-range";
import { newId } from "@/lib/new-id";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import { checkImport } from "./check";
import { getImport } from "./get";
import { storeImport } from "./store";

describe("a file", () => {
  test("is stored after it was looked at, and its pieces are gone then", async () => {
    const { at } = await workshop();
    const id = newId();
    const lines = [`id,${HEADER}`, `${id},${ROW}`, `,${ROW.replace("PokeSpinner", "POKEspinner")}`, `,${ROW}`];
    const looked = await checked(at, lines);
    expect(looked).toMatchObject({ state: "checked", rows: 3, accepted: 3, duplicates: 0, progress: looked.bytes });
    expect(await stored(at)).toBe(0);
    await (await storeImport(at, looked.id)).over;
    expect(await getImport(at, looked.id)).toMatchObject({ state: "stored", rows: 3, accepted: 3, duplicates: 0 });
    expect((await listSpins(at, ALL_TIME, { limit: 9 })).items.map((spin) => spin.id)).toContain(id);
    expect([await stored(at), await rollupFaults(at.tenant.id)]).toEqual([3, []]);
    expect((await rowsOf(at))[1]).toEqual([]);
  });

  test("adds nothing the second time; two rows alike are two spins, now and then", async () => {
    const { at, person, spinner } = await workshop();
    const lines = [HEADER, ROW, ROW, ROW.replace("1500", "1501")];
    expect(await imported(at, lines)).toMatchObject({ accepted: 3, duplicates: 0 });
    expect(await checked(at, lines)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await imported(at, lines)).toMatchObject({ accepted: 0, duplicates: 3 });
    const otherwise = `2026-11-01T11:00:00+01:00,${spinner.id},${person.id.toUpperCase()},1500`;
    expect(await imported(at, [HEADER, otherwise, ROW, ROW])).toMatchObject({ accepted: 1, duplicates: 2 });
    expect(await stored(at)).toBe(4);
  });

  test("of a spreadsheet is read: semicolons, a byte-order mark, other names, seconds, guarded cells", async () => {
    const { at } = await workshop();
    await addSpinner(at, "=cmd()");
    const { id } = await received(
      at,
      `\ufeffTime;Spinner;E-Mail;Seconds;Note\r\n2026-11-01T10:00:00Z;'=cmd();${PERSON};"1,5";x\r\n`,
    );
    await expect(checkImport(at, id)).rejects.toMatchObject({ status: 422, code: "columns_invalid" });
    await (await checkImport(at, id, ["spun_at", "spinner", "person", "duration_s", ""])).over;
    await (await storeImport(at, id)).over;
    expect((await listSpins(at, ALL_TIME, { limit: 9 })).items).toMatchObject([
      { durationMs: 1_500, spinner: { name: "=cmd()" } },
    ]);
  });

  test("whose rows are at fault stores nothing and names the first hundred by line", async () => {
    const { at } = await workshop();
    const good = Array.from({ length: 300 }, () => ROW);
    const bad = [
      ROW.replace("1500", "0"),
      ROW.replace("1500", "1.5"),
      ROW.replace("PokeSpinner", "Nobody's"),
      ROW.replace(PERSON, "x@y.example"),
      ROW.replace("2026-11-01T10:00:00Z", ""),
      ROW.replace("Z", ""),
      `${ROW},more`,
    ];
    const looked = await checked(at, [HEADER, ...good, ...bad]);
    expect(looked).toMatchObject({ state: "faulty", rows: 307 });
    expect(looked.faults.map(({ path, code }) => [path, code])).toEqual([
      ["lines[302].duration_ms", "invalid"],
      ["lines[303].duration_ms", "invalid"],
      ["lines[304].spinner", "spinner_unknown"],
      ["lines[305].person", "person_unknown"],
      ["lines[306].spun_at", "required"],
      ["lines[307].spun_at", "invalid"],
      ["lines[308]", "cells_missing"],
    ]);
    await expect(storeImport(at, looked.id)).rejects.toMatchObject({ status: 409 });
    const many = await checked(at, [HEADER, ...Array.from({ length: 400 }, () => bad[0] ?? "")]);
    expect(many.faults).toHaveLength(100);
    expect(await stored(at)).toBe(0);
  });

  test("that conflicts with what is stored is rolled back whole", async () => {
    const { at } = await workshop();
    const id = newId();
    await recordSpins(at, { spins: [{ id, spinner: "PokeSpinner", person: PERSON, duration_ms: 7 }] });
    const { id: file } = await checked(at, [
      `id,${HEADER}`,
      ...Array.from({ length: 600 }, () => `,${ROW}`),
      `${id},${ROW}`,
    ]);
    await (await storeImport(at, file)).over;
    expect(await getImport(at, file)).toMatchObject({ state: "failed", faults: [{ code: "spin_conflict" }] });
    expect(await stored(at)).toBe(1);
  });

  test("with a quote that is never closed, or without a row, is at fault", async () => {
    const { at } = await workshop();
    const open = await checked(at, [HEADER, ...Array.from({ length: 1_000 }, () => ROW), `"${ROW}`]);
    expect(open).toMatchObject({ state: "faulty", faults: [{ path: "lines[1002]", code: "csv_malformed" }] });
    expect(await checked(at, [HEADER])).toMatchObject({ state: "faulty", faults: [{ code: "csv_empty" }] });
  });
});
