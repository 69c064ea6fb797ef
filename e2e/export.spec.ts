import { listSpins } from "@/lib/spins/list";
import { apiTenant, PERSON, spin } from "./fixtures/api-tenant";
import { ask, hostOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

const ALL_TIME = { from: null, to: null };

test("a key that reads exports its tenant's spins, and no other's", async () => {
  const [ours, theirs] = [await apiTenant(), await apiTenant()];
  const spun_at = "2026-11-01T10:00:00.000Z";
  for (const { writer } of [ours, theirs]) await writer.post("/spins", { spins: [spin({ spun_at }), spin()] });
  const { items } = await listSpins(ours.at, ALL_TIME, { limit: 9 });

  const csv = await ours.reader.get("/spins/export");
  expect([csv.status, csv.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(csv.headers["content-disposition"]).toMatch(/^attachment; filename="t-[0-9a-f]+-spins-[\d-]+\.csv"$/);
  const ids = csv.text
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0]);
  expect(ids.toSorted()).toEqual(items.map(({ id }) => id).toSorted());

  const lines = await ours.reader.get("/spins/export?format=ndjson&from=2026-11-01&to=2026-11-01&spinner=PokeSpinner");
  expect(lines.json).toMatchObject({ spun_at, spinner: "PokeSpinner", person: PERSON, duration_ms: 1_000 });

  const headers = { Authorization: `Bearer ${ours.key}` };
  const head = await ask(hostOf(ours.slug), "/api/v1/spins/export", { method: "HEAD", headers });
  expect([head.status, head.text]).toEqual([200, ""]);
});

test("what cannot be exported is said, and nothing to who is not known", async () => {
  const { reader, slug } = await apiTenant();
  for (const [query, status] of [
    ["format=xml", 422],
    ["from=2026-02-30", 422],
    ["from=2026-11-02&to=2026-11-01", 422],
    ["spinner=nobody's", 404],
    ["limit=1", 400],
    ["", 200],
  ] as const) {
    expect([query, (await reader.get(`/spins/export?${query}`)).status]).toEqual([query, status]);
    expect((await ask(hostOf(slug), `/api/v1/spins/export?${query}`)).status).toBe(401);
    expect((await ask(hostOf(slug), `/spins/export?${query}`)).status).toBe(303);
  }
});
