import fc from "fast-check";
import { expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { exportSpins } from "@/lib/exports/export";
import { ALL_TIME } from "@/lib/figures/date-range";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { checkImport } from "./check";
import { getImport } from "./get";
import { receiveFile } from "./receive";
import { storeImport } from "./store";

/* What one tenant exports another imports, and exports the same bytes. */

const NAMES = ["=cmd()", "'=cmd()", "-1", "@a", 'say "hi", ok;', "'quoted'", "🌀 Ünïcode", "a\u2028b", "+1;2,3", "x'"];
const PEOPLE = ["someone@test.example", "+plus@test.example", "o'neil@test.example"];

async function workshop() {
  const at = await newScope();
  for (const name of NAMES) await addSpinner(at, name);
  for (const email of PEOPLE) await addPerson(at, email);
  return at;
}

async function exported(at: TenantScope): Promise<string> {
  return new Response(await exportSpins(at, ALL_TIME, "csv")).text();
}

async function imported(at: TenantScope, text: string) {
  const { id } = await receiveFile(at, { fileName: "spins.csv", chunks: new Blob([text]).stream() });
  await (await checkImport(at, id)).over;
  await (await storeImport(at, id)).over;
  return getImport(at, id);
}

const spin = fc.record({
  spinner: fc.constantFrom(...NAMES),
  person: fc.constantFrom(...PEOPLE),
  duration_ms: fc.integer({ min: 1, max: 86_400_000 }),
  spun_at: fc
    .date({ min: new Date("2000-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
    .map((time) => time.toISOString()),
});

test("whatever is spun, the file comes back byte for byte, and adds nothing where it came from", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spin, { minLength: 1, maxLength: 40 }), async (spins) => {
      const [here, there] = await Promise.all([workshop(), workshop()]);
      await recordSpins(here, { spins });
      const text = await exported(here);
      expect(text).not.toMatch(/(^|,|")[=+\-@\t\r](?!\n)/m);
      expect(await imported(there, text)).toMatchObject({ state: "stored", accepted: spins.length, duplicates: 0 });
      expect(await exported(there)).toBe(text);
      expect(await imported(here, text)).toMatchObject({ state: "stored", accepted: 0, duplicates: spins.length });
    }),
    { numRuns: 8 },
  );
});
