import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { scopeNow } from "@/e2e/fixtures/spinning";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { actAsOperator } from "@/lib/db/servers";
import { checkImport } from "@/lib/imports/check";
import { getImport } from "@/lib/imports/get";
import { receiveFile } from "@/lib/imports/receive";
import { storeImport } from "@/lib/imports/store";
import { moveTenant } from "@/lib/moves/move";
import { newId } from "@/lib/new-id";
import { correctSpin } from "@/lib/spins/correct";
import { recordSpins } from "@/lib/spins/record";
import { removeSpin } from "@/lib/spins/remove";
import { ARCHITECTURES } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { changeZone } from "./change-zone";
import { fold } from "./fold";
import { rebuildRollups } from "./rebuild";

/* A server of this file's own: a move is the operator's, and nobody else may migrate meanwhile. */

vi.setConfig({ testTimeout: 90_000 });

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
  adopt(server);
  actAsOperator(server.adminUrl);
}, 60_000);

afterAll(() => server?.remove());

interface Sent {
  id: string;
  spinner: string;
  person: string;
  duration_ms: number;
  spun_at: string;
}

const COLUMNS = ["id", "spun_at", "spinner", "person", "duration_ms"] as const;
const NAMES = { spinner: ["Comet", "Ninja"], person: ["a@test.example", "b@test.example"] };
const ZONES = ["UTC", "America/New_York", "Pacific/Auckland"];

const Spin = fc.record({
  spinner: fc.constantFrom(...NAMES.spinner),
  person: fc.constantFrom(...NAMES.person),
  duration_ms: fc.oneof(fc.integer({ min: 1, max: 86_400_000 }), fc.constantFrom(1, 1_000, 86_400_000)),
  // Around a change to winter time, so that days and zones matter.
  spun_at: fc
    .date({ min: new Date("2025-10-30T00:00:00Z"), max: new Date("2025-11-05T00:00:00Z"), noInvalidDate: true })
    .map((time) => time.toISOString()),
});

const Which = fc.nat(1_000);

const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("record" as const),
      spins: fc.array(Spin, { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("import" as const),
      spins: fc.array(Spin, { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("repeat" as const), which: Which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("correct" as const), which: Which, to: Spin }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("remove" as const), which: Which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("fold" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("zone" as const), to: fc.constantFrom(...ZONES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rebuild" as const) }) },
);

type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** A tenant, and what it should hold. */
class History {
  readonly batches: Sent[][] = [];
  readonly kept = new Set<string>();

  constructor(public at: TenantScope) {}

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case "record": {
        const batch = step.spins.map((spin) => ({ ...spin, id: newId() }));
        await recordSpins(this.at, { spins: batch });
        this.batches.push(batch);
        for (const { id } of batch) this.kept.add(id);
        return;
      }
      case "import": {
        const batch = step.spins.map((spin) => ({ ...spin, id: newId() }));
        // What was imported before adds nothing.
        const rows = [...batch, ...(this.batches[0] ?? [])];
        expect(await this.#import(rows)).toMatchObject({ state: "stored", accepted: batch.length });
        this.batches.push(batch);
        for (const { id } of batch) this.kept.add(id);
        return;
      }
      case "repeat": {
        const batch = this.batches[step.which % this.batches.length];
        if (batch) expect(await recordSpins(this.at, { spins: batch })).toMatchObject({ accepted: 0 });
        return;
      }
      case "correct": {
        const id = this.#one(step.which);
        if (id) await correctSpin(this.at, id, step.to);
        return;
      }
      case "remove": {
        const id = this.#one(step.which);
        if (id) await removeSpin(this.at, id);
        if (id) this.kept.delete(id);
        return;
      }
      case "fold":
        await fold(this.at);
        return;
      case "zone":
        await changeZone(this.at, step.to);
        return;
      case "rebuild":
        expect(await rebuildRollups(this.at)).toMatchObject({ differences: [], sketches: 0 });
    }
  }

  async isExact(): Promise<void> {
    expect(await rollupFaults(this.at.tenant.id)).toEqual([]);
    const rows = await this.at.read((db) => db.execute(sql`SELECT id FROM spins WHERE tenant_id = ${db.tenantId}`));
    expect(new Set(rows.map(([id]) => String(id)))).toEqual(this.kept);
    expect(await rebuildRollups(this.at)).toMatchObject({ differences: [], sketches: 0 });
  }

  async #import(spins: Sent[]) {
    const lines = spins.map((spin) => COLUMNS.map((column) => spin[column]).join());
    const chunks = new Blob([`${[COLUMNS.join(), ...lines].join("\n")}\n`]).stream();
    const { id } = await receiveFile(this.at, { fileName: "spins.csv", chunks });
    await (await checkImport(this.at, id)).over;
    await (await storeImport(this.at, id)).over;
    return getImport(this.at, id);
  }

  #one(which: number): string | undefined {
    return [...this.kept][which % this.kept.size];
  }
}

async function newHistory(): Promise<History> {
  const at = await newScope({ timeZone: "Europe/Berlin" });
  for (const name of NAMES.spinner) await addSpinner(at, name);
  for (const email of NAMES.person) await addPerson(at, email);
  return new History(at);
}

test("rollups are what the spins add up to, whatever happened", async () => {
  const steps = fc.array(Step, { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const history = await newHistory();
      for (const step of taken) await history.take(step);
      await history.isExact();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("wherever the tenant moves meanwhile, half folded as it is", async () => {
  const history = await newHistory();
  const [first, ...later] = fc.sample(fc.array(Step, { minLength: 8, maxLength: 8 }), 3);
  for (const step of first ?? []) await history.take(step);
  const elsewhere = ARCHITECTURES.filter((to) => to !== history.at.tenant.placement.architecture);
  for (const [index, to] of elsewhere.entries()) {
    await history.take({ do: "record", spins: fc.sample(Spin, 5) });
    await moveTenant(history.at.tenant, { to, server: "primary" }, () => {});
    history.at = await scopeNow(history.at.tenant.slug);
    for (const step of later[index] ?? []) await history.take(step);
    await history.isExact();
  }
});
