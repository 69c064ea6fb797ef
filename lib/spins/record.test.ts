import { describe, expect, test } from "vitest";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { trend } from "@/lib/figures/trend";
import { newId } from "@/lib/new-id";
import { TenantScope } from "@/lib/tenancy/scope";
import { listSpins } from "./list";
import { recordSpins } from "./record";

const PERSON = "someone@test.example";

async function workshop(timeZone = "UTC") {
  const at = await newScope({ timeZone });
  await addPerson(at, PERSON);
  await addSpinner(at, "PokeSpinner");
  return at;
}

const spin = (more: object = {}) => ({ spinner: "PokeSpinner", person: PERSON, duration_ms: 1_000, ...more });
const stored = async (at: TenantScope) => (await averages(at, ALL_TIME)).spins;

describe("an id", () => {
  test("is stored once, however often it is sent, and answers as a duplicate", async () => {
    const at = await workshop();
    const given = { ...spin(), id: newId(), spun_at: "2026-11-01T10:00:00+01:00" };
    expect(await recordSpins(at, { spins: [given] })).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await recordSpins(at, { spins: [given] })).toMatchObject({ accepted: 0, duplicates: 1 });
    const upper = { ...given, id: given.id.toUpperCase(), spun_at: "2026-11-01T09:00:00.000Z" };
    expect(await recordSpins(at, { spins: [upper] })).toMatchObject({ accepted: 0, duplicates: 1, ids: [given.id] });
    expect(await stored(at)).toBe(1);
  });

  test("without a time is a duplicate at the retry", async () => {
    const at = await workshop();
    const given = spin({ id: newId() });
    await recordSpins(at, { spins: [given] });
    expect(await recordSpins(at, { spins: [given] })).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test.each([{ duration_ms: 2_000 }, { spun_at: "2026-11-01T10:00:01Z" }, { spinner: "NinjaSpinner" }])(
    "stored with other content (%j) is a conflict, and nothing of the request is stored",
    async (other) => {
      const at = await workshop();
      await addSpinner(at, "NinjaSpinner");
      const given = spin({ id: newId(), spun_at: "2026-11-01T10:00:00Z" });
      await recordSpins(at, { spins: [given] });
      const attempt = recordSpins(at, { spins: [spin(), { ...given, ...other }] });
      await expect(attempt).rejects.toMatchObject({ status: 409, code: "spin_conflict" });
      expect(await stored(at)).toBe(1);
    },
  );

  test("twice in a batch counts once, with other content it is a conflict", async () => {
    const at = await workshop();
    const given = spin({ id: newId() });
    expect(await recordSpins(at, { spins: [given, given] })).toMatchObject({ accepted: 1, duplicates: 1 });
    const twisted = [spin({ id: newId() }), { ...given, duration_ms: 5 }];
    await expect(recordSpins(at, { spins: twisted })).rejects.toMatchObject({ code: "spin_conflict" });
    expect(await stored(at)).toBe(1);
  });

  test("of another tenant's spin is free here", async () => {
    const [ours, theirs] = await Promise.all([workshop(), workshop()]);
    const given = spin({ id: newId() });
    await recordSpins(theirs, { spins: [given] });
    expect(await recordSpins(ours, { spins: [{ ...given, duration_ms: 7 }] })).toMatchObject({ accepted: 1 });
  });
});

test("a batch with one fault stores nothing and names every row at fault", async () => {
  const at = await workshop();
  const attempt = recordSpins(at, { spins: [spin(), spin({ spinner: "Nobody's" }), spin({ person: "x@y.example" })] });
  await expect(attempt).rejects.toMatchObject({
    status: 422,
    faults: [
      { path: "spins[1].spinner", code: "spinner_unknown" },
      { path: "spins[2].person", code: "person_unknown" },
    ],
  });
  expect(await stored(at)).toBe(0);
});

test("another tenant's spinner and person are as if missing", async () => {
  const [ours, theirs] = await Promise.all([workshop(), workshop()]);
  await recordSpins(theirs, { spins: [spin()] });
  const [{ spinner, person } = { spinner: { id: "" }, person: { id: "" } }] = (
    await listSpins(theirs, ALL_TIME, { limit: 1 })
  ).items;
  const refused = async (more: object) => {
    const error = await recordSpins(ours, { spins: [spin(more)] }).catch((raised: unknown) => raised);
    return (error as { faults: unknown }).faults;
  };
  expect(await refused({ spinner: spinner.id })).toEqual(await refused({ spinner: newId() }));
  expect(await refused({ person: person.id })).toEqual(await refused({ person: newId() }));
  await recordSpins(theirs, { spins: [spin({ spinner: spinner.id, person: person.id })] });
});

test("days are those of the tenant's zone, daylight saving and the leap day included", async () => {
  const at = await workshop("America/New_York");
  const times = [
    "2026-11-01T03:59:59Z",
    "2026-11-01T04:00:00Z",
    "2026-11-02T04:59:59Z",
    "2026-11-02T05:00:00Z",
    "2024-02-29T12:00:00Z",
  ];
  await recordSpins(at, { spins: times.map((spun_at) => spin({ spun_at })) });
  const days = (await trend(at, { from: "2026-10-31", to: "2026-11-02" })).map(({ spins }) => spins);
  expect(days).toEqual([1, 2, 1]);
  expect((await averages(at, { from: "2024-02-29", to: "2024-02-29" })).spins).toBe(1);
  expect(await stored(at)).toBe(times.length);
});

test("rollups are exact under writers side by side that send the same batches in any order", async () => {
  const at = await workshop();
  await addSpinner(at, "NinjaSpinner");
  await addPerson(at, "other@test.example");
  const spins = Array.from({ length: 300 }, (_, index) =>
    spin({
      id: newId(),
      spinner: index % 3 ? "PokeSpinner" : "NinjaSpinner",
      person: index % 2 ? PERSON : "other@test.example",
      duration_ms: index + 1,
      spun_at: new Date(Date.UTC(2026, 9, 1 + (index % 20))).toISOString(),
    }),
  );
  const shuffled = () => spins.toSorted(() => Math.random() - 0.5);
  const answers = await Promise.all(Array.from({ length: 5 }, () => recordSpins(at, { spins: shuffled() })));
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(300);
  expect(await averages(at, ALL_TIME)).toEqual({ spins: 300, totalMs: 45_150, averageMs: 150.5, longestMs: 300 });
  expect(await rollupFaults(at.tenant.id)).toEqual([]);
});

test("a key that only reads records nothing", async () => {
  const at = await workshop();
  const reader = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "read" });
  await expect(recordSpins(reader, { spins: [spin()] })).rejects.toMatchObject({ status: 403 });
  const writer = new TenantScope(at.tenant, { kind: "key", id: newId(), scope: "write" });
  expect(await recordSpins(writer, { spins: [spin()] })).toMatchObject({ accepted: 1 });
});
