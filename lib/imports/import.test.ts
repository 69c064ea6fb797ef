import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { importParts, imports } from "@/drizzle/tenant/schema";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { newId } from "@/lib/new-id";
import { listSpins } from "@/lib/spins/list";
import { recordSpins } from "@/lib/spins/record";
import { TenantScope } from "@/lib/tenancy/scope";
import { cancelImport } from "./cancel";
import { checkImport } from "./check";
import { getImport } from "./get";
import { receiveFile } from "./receive";
import { storeImport } from "./store";

const PERSON = "someone@test.example";
const HEADER = "spun_at,spinner,person,duration_ms";
const ROW = `2026-11-01T10:00:00Z,PokeSpinner,${PERSON},1500`;

async function workshop() {
  const at = await newScope();
  const person = await addPerson(at, PERSON);
  const spinner = await addSpinner(at, "PokeSpinner");
  return { at, person, spinner };
}

const received = (at: TenantScope, text: string | Uint8Array<ArrayBuffer>) =>
  receiveFile(at, { fileName: "spins.csv", chunks: new Blob([text]).stream() });

/** Uploads and checks a file; returns what became of it. */
async function checked(at: TenantScope, lines: string[]) {
  const { id } = await received(at, `${lines.join("\n")}\n`);
  await (await checkImport(at, id)).over;
  return getImport(at, id);
}

async function imported(at: TenantScope, lines: string[]) {
  const { id, faults } = await checked(at, lines);
  expect(faults).toEqual([]);
  await (await storeImport(at, id)).over;
  return getImport(at, id);
}

const stored = async (at: TenantScope) => (await averages(at, ALL_TIME)).spins;
const rowsOf = (at: TenantScope) =>
  at.read((db) =>
    Promise.all([
      db.select({ id: imports.id }).from(imports),
      db.select({ at: importParts.position }).from(importParts),
    ]),
  );

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

describe("an import", () => {
  const LONG = [HEADER, ...Array.from({ length: 3_000 }, () => ROW)];

  test("that is cancelled in the middle stores nothing", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, LONG);
    const { over } = await storeImport(at, id);
    await cancelImport(at, id);
    await over;
    expect(await getImport(at, id)).toMatchObject({ state: "cancelled" });
    expect([await stored(at), (await rowsOf(at))[1]]).toEqual([0, []]);
    await expect(cancelImport(at, id)).rejects.toMatchObject({ status: 409 });
  });

  test("that begins twice at once runs once", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, LONG);
    const begun = await Promise.allSettled([storeImport(at, id), storeImport(at, id)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    for (const each of begun) if (each.status === "fulfilled") await each.value.over;
    await expect(storeImport(at, id)).rejects.toMatchObject({ status: 409 });
    expect(await stored(at)).toBe(3_000);
  });

  test("whose process died is interrupted, and begins again from nothing", async () => {
    const { at } = await workshop();
    const { id } = await checked(at, LONG);
    const left = (seconds: number) =>
      at.write((db) =>
        db
          .update(imports, { state: "storing", updatedAt: new Date(Date.now() - seconds * 1_000) })
          .where(and(eq(imports.id, id))),
      );
    await left(5);
    expect(await getImport(at, id)).toMatchObject({ interrupted: false });
    await expect(storeImport(at, id)).rejects.toMatchObject({ code: "import_running" });
    await left(20);
    expect(await getImport(at, id)).toMatchObject({ interrupted: true });
    await (await storeImport(at, id)).over;
    expect(await getImport(at, id)).toMatchObject({ state: "stored", accepted: 3_000, interrupted: false });
  });

  test("is the business of owners and admins alone, and of one tenant", async () => {
    const { at, person } = await workshop();
    const as = (role: "admin" | "member") =>
      new TenantScope(at.tenant, { kind: "person", ...person, email: PERSON, name: "x", role, sessionId: newId() });
    const key = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" });
    const { id } = await received(as("admin"), `${HEADER}\n${ROW}\n`);
    for (const scope of [as("member"), key]) {
      await expect(received(scope, HEADER)).rejects.toMatchObject({ status: 403 });
      for (const verb of [getImport, checkImport, storeImport, cancelImport]) {
        await expect(verb(scope, id)).rejects.toMatchObject({ status: 403 });
      }
    }
    const { at: other } = await workshop();
    for (const verb of [getImport, checkImport, storeImport, cancelImport]) {
      await expect(verb(other, id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await getImport(as("admin"), id)).toMatchObject({ state: "uploaded" });
  });
});
