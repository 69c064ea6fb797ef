import { type ApiTenant, apiTenant, PERSON, spin } from "./fixtures/api-tenant";
import { expect, test } from "./fixtures/test";

let ours: ApiTenant;
let theirs: ApiTenant;

test.beforeAll(async () => {
  [ours, theirs] = [await apiTenant("America/New_York"), await apiTenant()];
  const spins = Array.from({ length: 7 }, (_, index) =>
    spin({ duration_ms: index + 1, spun_at: `2026-11-0${1 + (index % 3)}T12:00:00Z` }),
  );
  for (const { writer } of [ours, theirs]) await writer.post("/spins", { spins });
});

const WRONG: [string, number, string][] = [
  ["/spins?limit=0", 422, "invalid"],
  ["/spins?limit=-1", 422, "invalid"],
  ["/spins?limit=1e9", 422, "invalid"],
  ["/spins?limit=abc", 422, "invalid"],
  ["/spins?limit=1001", 422, "invalid"],
  ["/leaderboards/people?limit=101", 422, "invalid"],
  ["/averages?from=2026-11-02&to=2026-11-01", 422, "range_invalid"],
  ["/averages?from=2000-01-01&to=2026-11-01", 422, "range_invalid"],
  ["/averages?from=2026-02-30", 422, "invalid"],
  ["/trend?to=tomorrow", 422, "invalid"],
  ["/averages?form=2026-11-01", 400, "unknown_parameter"],
  ["/averages?tenant=vinta", 400, "unknown_parameter"],
  ["/averages?from=2026-11-01&from=2026-11-02", 400, "unknown_parameter"],
  ["/spins?cursor=abc", 400, "cursor_invalid"],
  ["/spins?cursor=", 400, "cursor_invalid"],
  ["/spins?spinner=0192aaaa-0000-7000-8000-000000000001", 404, "not_found"],
  ["/spins?spinner=%7B0192aaaa-0000-7000-8000-000000000001%7D", 404, "not_found"],
  ["/spins?spinner=%25", 404, "not_found"],
  ["/spins?spinner=Poke%5C%25", 404, "not_found"],
  ["/spins?person=' OR true --", 404, "not_found"],
];

for (const [path, status, code] of WRONG) {
  test(`${path} is ${status} ${code}`, async () => {
    const answer = await ours.reader.get(path.replaceAll(" ", "%20"));
    expect([answer.status, (answer.json as { code: string }).code]).toEqual([status, code]);
  });
}

test("pages follow one another to the end without a gap or a repeat, newest first", async () => {
  const seen: { id: string; spun_at: string }[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? "" : `&cursor=${cursor}`;
    const page = (await ours.reader.get(`/spins?limit=3${more}`)).json as {
      spins: typeof seen;
      next_cursor: string | null;
    };
    seen.push(...page.spins);
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
  const times = seen.map(({ spun_at }) => spun_at);
  expect(times).toEqual(times.toSorted().toReversed());
});

test("a cursor that was altered, or that another tenant got, is refused; its own is taken", async () => {
  const { next_cursor: cursor } = (await theirs.reader.get("/spins?limit=2")).json as { next_cursor: string };
  expect((await theirs.reader.get(`/spins?cursor=${cursor}`)).status).toBe(200);
  const altered = cursor.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  for (const [client, given] of [
    [ours.reader, cursor],
    [theirs.reader, altered],
    [theirs.reader, cursor.slice(2)],
  ] as const) {
    const answer = await client.get(`/spins?cursor=${given}`);
    expect([answer.status, (answer.json as { code: string }).code]).toEqual([400, "cursor_invalid"]);
  }
});

test("filters: by spinner, by person, by day", async () => {
  const count = async (query: string) =>
    ((await ours.reader.get(`/spins?${query}`)).json as { spins: unknown[] }).spins.length;
  expect(await count("spinner=pokespinner")).toBe(7);
  expect(await count(`person=${PERSON}`)).toBe(7);
  expect(await count("from=2026-11-01&to=2026-11-01")).toBe(3);
  expect(await count("from=2026-11-03")).toBe(2);
  expect(await count("to=2026-10-31")).toBe(0);
});

test("a trend has every day of the range in the tenant's zone, figures agree with each other", async () => {
  const { days } = (await ours.reader.get("/trend?from=2026-10-31&to=2026-11-04")).json as {
    days: { day: string; spins: number }[];
  };
  expect(days.map(({ day, spins }) => [day, spins])).toEqual([
    ["2026-10-31", 0],
    ["2026-11-01", 3],
    ["2026-11-02", 2],
    ["2026-11-03", 2],
    ["2026-11-04", 0],
  ]);
  expect((await ours.reader.get("/averages")).json).toEqual({ spins: 7, total_ms: 28, average_ms: 4 });
  expect((await ours.reader.get("/averages?from=2026-11-02&to=2026-11-02")).json).toEqual({
    spins: 2,
    total_ms: 7,
    average_ms: 3.5,
  });
});

test("a search text is taken as it stands", async () => {
  const { writer, reader } = await apiTenant();
  for (const name of ["100% cotton", "a_b", "back\\slash", 'it\'s "quoted"', ".*"]) {
    expect((await writer.post("/spinners", { name })).status).toBe(201);
    expect((await reader.get(`/spins?spinner=${encodeURIComponent(name)}`)).status).toBe(200);
  }
  expect((await reader.get("/spins?spinner=a%25b")).status).toBe(404);
  expect((await reader.get(`/spins?spinner=${"x".repeat(201)}`)).status).toBe(422);
});
