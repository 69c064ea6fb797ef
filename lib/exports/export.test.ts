import { describe, expect, test } from "vitest";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { ALL_TIME } from "@/lib/figures/date-range";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { exportSpins } from "./export";
import type { FormatName } from "./format";

const PERSON = "someone@test.example";
const NAMES = ["PokeSpinner", '=HYPERLINK("http://x")', "a, \"b\" & 'c'", "🌀 Ünïcode;", "'@twice"];

async function workshop(timeZone = "UTC") {
  const at = await newScope({ timeZone });
  await addPerson(at, PERSON);
  for (const name of NAMES) await addSpinner(at, name);
  return at;
}

async function exported(at: TenantScope, filter: object = {}, format: FormatName = "csv") {
  return new Response(await exportSpins(at, { ...ALL_TIME, ...filter }, format)).text();
}

const spin = (spinner: string, spun_at: string, duration_ms = 1_000) => ({
  spinner,
  person: PERSON,
  duration_ms,
  spun_at,
});

describe("an export", () => {
  test("holds what was asked for, oldest first, and nothing that a spreadsheet would run", async () => {
    const at = await workshop();
    const spins = NAMES.map((name, index) => spin(name, `2026-11-0${5 - index}T10:00:00.00${index}Z`, index + 1));
    const { ids } = await recordSpins(at, { spins });
    expect(await exported(at)).toBe(
      [
        "id,spun_at,spinner,person,duration_ms",
        `${ids[4]},2026-11-01T10:00:00.004Z,''@twice,${PERSON},5`,
        `${ids[3]},2026-11-02T10:00:00.003Z,"🌀 Ünïcode;",${PERSON},4`,
        `${ids[2]},2026-11-03T10:00:00.002Z,"a, ""b"" & 'c'",${PERSON},3`,
        `${ids[1]},2026-11-04T10:00:00.001Z,"'=HYPERLINK(""http://x"")",${PERSON},2`,
        `${ids[0]},2026-11-05T10:00:00.000Z,PokeSpinner,${PERSON},1`,
        "",
      ].join("\r\n"),
    );
    const lines = (await exported(at, { spinner: "'@twice" }, "ndjson")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: ids[4], spun_at: "2026-11-01T10:00:00.004Z", spinner: "'@twice", person: PERSON, duration_ms: 5 },
    ]);
  });

  test("goes by the days of the tenant's zone", async () => {
    const at = await workshop("America/New_York");
    const times = ["2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z"];
    await recordSpins(at, { spins: times.map((time) => spin("PokeSpinner", time)) });
    const text = await exported(at, { from: "2026-11-01", to: "2026-11-01" });
    expect(text.match(/2026-11-\d\dT[\d:]+/g)).toEqual(["2026-11-01T04:00:00", "2026-11-02T04:59:59"]);
  });

  test("of more than one page is whole, and of one snapshot", async () => {
    const at = await workshop();
    const many = (hour: string) =>
      Array.from({ length: 1_000 }, () => spin("PokeSpinner", `2026-10-01T${hour}:00:00Z`));
    for (const hour of ["01", "01", "02"]) await recordSpins(at, { spins: many(hour) });
    const reader = (await exportSpins(at, ALL_TIME, "csv")).getReader();
    let text = Buffer.from((await reader.read()).value ?? []).toString();
    await recordSpins(at, { spins: many("03") });
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) text += Buffer.from(piece.value);
    const ids = text
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
    expect([ids.length, new Set(ids).size]).toEqual([3_000, 3_000]);
    expect((await exported(at)).split("\r\n")).toHaveLength(4_002);
  });

  test.each([
    [{ spinner: "nobody's" }, 404],
    [{ person: "x@y.example" }, 404],
    [{ from: "2026-11-02", to: "2026-11-01" }, 422],
  ])("of %j is refused with %i, and gives its place back", async (filter, status) => {
    const at = await workshop();
    for (let time = 0; time < 4; time++) await expect(exported(at, filter)).rejects.toMatchObject({ status });
    expect(await exported(at)).toContain("duration_ms");
  });

  test("more than two at once wait; one that nobody reads on makes room", async () => {
    const at = await workshop();
    const many = Array.from({ length: 1_000 }, () => spin("PokeSpinner", "2026-10-01T00:00:00Z"));
    await recordSpins(at, { spins: many });
    const [left] = [await exportSpins(at, ALL_TIME, "csv"), await exportSpins(at, ALL_TIME, "csv")];
    await expect(exportSpins(at, ALL_TIME, "csv")).rejects.toMatchObject({ status: 429, retryAfter: 10 });
    const other = await workshop();
    expect(await exported(other)).toContain("duration_ms");
    await left.cancel();
    await expect.poll(() => exported(at)).toContain("PokeSpinner");
  });
});
