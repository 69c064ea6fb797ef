import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/db/servers";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import type { TenantScope } from "@/lib/tenancy/scope";
import { rollupFaults } from "./fixtures/rollup-faults";
import { type Ran, run } from "./fixtures/run";
import { addPerson, addSpinner, adminUrl, newScope } from "./fixtures/tenants";

/* The command as an operator runs it: a process of its own. */

const HEADER = "spun_at,spinner,person,duration_ms";
const row = (ms: number) => `2026-11-01T10:00:00Z,Comet,someone@test.example,${ms}`;
const dir = mkdtempSync(join(tmpdir(), "spinner-tracking-import-"));
let at: TenantScope;

beforeAll(async () => {
  actAsOperator(adminUrl());
  at = await newScope();
  await addPerson(at);
  await addSpinner(at, "Comet");
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const env = () => ({ DATABASE_URL: "", ADMIN_DATABASE_URL: adminUrl() });
const stored = async () => (await averages(at, ALL_TIME)).spins;

function file(lines: string[]): string {
  const path = join(dir, "spins.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function importSpins(args: string[], input = ""): Promise<Ran> {
  return run(["lib/cli/spinctl.mjs", "import-spins", ...args], env(), input);
}

test("an operator imports a file; faults are listed by line, and then nothing is stored", async () => {
  const { slug } = at.tenant;
  const faulty = await importSpins([slug, file([HEADER, row(1), row(0), row(2)])]);
  expect([faulty.status, faulty.errors]).toEqual([1, expect.stringContaining("lines[3].duration_ms must be whole")]);
  const unknown = await importSpins([slug, file([`${HEADER},note`, `${row(1)},x`])]);
  expect([unknown.status, unknown.errors]).toEqual([1, expect.stringContaining("note is not a column here")]);
  expect(await stored()).toBe(0);

  const done = await importSpins([slug, file([`${HEADER},note`, `${row(1)},x`]), "--leave-out", "note", "--json"]);
  expect([done.status, JSON.parse(done.output)]).toEqual([0, { rows: 1, accepted: 1, duplicates: 0 }]);
  const again = await importSpins([slug, "-", "--json"], `${HEADER}\n${row(1)}\n${row(2)}\n`);
  expect(JSON.parse(again.output)).toEqual({ rows: 2, accepted: 1, duplicates: 1 });
  expect((await importSpins(["nobody", "-"], HEADER)).status).toBe(3);
  expect((await importSpins([slug, join(dir, "none.csv")])).status).toBe(1);
}, 60_000);

test("killed in the middle it leaves nothing behind, and is run again", async () => {
  const path = file([HEADER, ...Array.from({ length: 6_000 }, (_, index) => row(1_000 + index))]);
  const args = ["lib/cli/spinctl.mjs", "import-spins", at.tenant.slug, path];
  const before = await stored();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env() },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const told = new Promise<void>((wake) =>
    child.stderr.on("data", (text) => /\b[1-9]\d{3,} rows/.test(text) && wake()),
  );
  await Promise.race([told, sleep(20_000)]);
  child.kill("SIGKILL");
  await new Promise((wake) => child.once("exit", wake));
  expect([child.signalCode, await stored()]).toEqual(["SIGKILL", before]);
  expect((await importSpins([at.tenant.slug, path])).status).toBe(0);
  expect([await stored(), await rollupFaults(at.tenant.id)]).toEqual([before + 6_000, []]);
}, 60_000);
