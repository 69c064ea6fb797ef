import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { newId } from "@/lib/new-id";
import { type ApiTenant, apiTenant, PERSON, spin } from "./fixtures/api-tenant";
import { hostOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

let ours: ApiTenant;
let theirs: ApiTenant;

test.beforeAll(async () => {
  [ours, theirs] = [await apiTenant(), await apiTenant()];
});

const count = async () => ((await ours.reader.get("/averages")).json as { spins: number }).spins;

/** Stands for a time six minutes ahead, which is another at every run. */
const AHEAD = "six minutes ahead";

const WRONG: [string, object][] = [
  ["duration_ms", { duration_ms: -1 }],
  ["duration_ms", { duration_ms: 0 }],
  ["duration_ms", { duration_ms: 1.5 }],
  ["duration_ms", { duration_ms: "1000" }],
  ["duration_ms", { duration_ms: null }],
  ["duration_ms", { duration_ms: true }],
  ["duration_ms", { duration_ms: 86_400_001 }],
  ["duration_ms", { duration_ms: undefined }],
  ["spun_at", { spun_at: "2026-11-01T10:00:00" }],
  ["spun_at", { spun_at: "2026-02-30T10:00:00Z" }],
  ["spun_at", { spun_at: "1999-12-31T23:59:59Z" }],
  ["spun_at", { spun_at: AHEAD }],
  ["spun_at", { spun_at: "yesterday" }],
  ["spun_at", { spun_at: 1_700_000_000 }],
  ["id", { id: "1" }],
  ["id", { id: "00000000-0000-0000-0000-000000000000" }],
  ["id", { id: "{0192aaaa-0000-7000-8000-000000000001}" }],
  ["spinner", { spinner: "x".repeat(121) }],
  ["spinner", { spinner: "Poke\u0000Spinner" }],
  ["spinner", { spinner: "\ud800" }],
  ["spinner", { spinner: "" }],
  ["spinner", { spinner: "Nobody's" }],
  ["person", { person: "nobody@test.example" }],
  ["person", { person: ["x"] }],
  ["tenant_id", { tenant_id: "0192aaaa-0000-7000-8000-000000000001" }],
];

for (const [field, more] of WRONG) {
  test(`a spin with ${JSON.stringify(more).slice(0, 60)} is refused by name, and nothing of its batch is stored`, async () => {
    const { at, writer } = await apiTenant();
    const body = JSON.stringify({ spins: [spin(), spin(more)] });
    const answer = await writer.post("/spins", body.replace(AHEAD, new Date(Date.now() + 6 * 60_000).toISOString()));
    expect(answer.status).toBe(422);
    const { errors } = answer.json as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual([`spins[1].${field}`]);
    expect((await writer.get("/averages")).json).toEqual({ spins: 0, total_ms: 0, average_ms: null });
    expect((await writer.post("/spins", { spins: [spin()] })).status, at.tenant.slug).toBe(200);
  });
}

test("0 spins or 1,001 are refused, 1,000 are taken", async () => {
  const { writer } = await apiTenant();
  for (const body of [{ spins: [] }, { spins: Array.from({ length: 1_001 }, () => spin()) }, {}, [], "x", null]) {
    expect((await writer.post("/spins", JSON.stringify(body))).status).toBe(422);
  }
  const { json } = await writer.post("/spins", { spins: Array.from({ length: 1_000 }, () => spin()) });
  expect(json).toMatchObject({ accepted: 1_000, duplicates: 0 });
  expect((json as { ids: string[] }).ids).toHaveLength(1_000);
});

test("what is not JSON is 400, another type 415, too much 413", async () => {
  const deep = `{"spins":${"[".repeat(40)}${"]".repeat(40)}}`;
  for (const body of ["", "{", '{"spins":[],}', "\u0000", deep, Buffer.from([0x22, 0xff, 0x22])]) {
    expect((await ours.writer.post("/spins", body)).status).toBe(400);
  }
  expect((await ours.writer.post("/spins", "a=b", { "Content-Type": "text/plain" })).status).toBe(415);
  expect((await ours.writer.post("/spins", "{}", { "Content-Encoding": "br" })).status).toBe(415);
  expect((await ours.writer.post("/spins", Buffer.alloc(5_000_001, " "))).status).toBe(413);
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  expect((await ours.writer.post("/spins", bomb, { "Content-Encoding": "gzip" })).status).toBe(413);
  const zipped = gzipSync(JSON.stringify({ spins: [spin()] }));
  expect((await ours.writer.post("/spins", zipped, { "Content-Encoding": "gzip" })).status).toBe(200);
});

test("a sender that leaves half-way through stores nothing", async () => {
  const before = await count();
  const body = JSON.stringify({ spins: [spin()] });
  const head = `POST /api/v1/spins HTTP/1.1\r\nHost: ${hostOf(ours.slug)}\r\nAuthorization: Bearer ${ours.key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  for (const sent of [body.slice(0, -1), body.slice(0, 20)]) {
    const socket = connect(Number(process.env.PORT), "127.0.0.1");
    await new Promise<void>((gone) => socket.write(head + sent, () => socket.destroy().once("close", () => gone())));
  }
  expect((await ours.writer.post("/spins", body)).status).toBe(200);
  expect(await count()).toBe(before + 1);
});

test("the same batch ten times, shuffled, at once is counted once", async () => {
  const { writer } = await apiTenant();
  const spins = Array.from({ length: 50 }, () => spin({ id: newId() }));
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => writer.post("/spins", { spins: spins.toSorted(() => Math.random() - 0.5) })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const accepted = answers.reduce((sum, { json }) => sum + (json as { accepted: number }).accepted, 0);
  expect(accepted).toBe(50);
  expect((await writer.get("/averages")).json).toMatchObject({ spins: 50 });
});

test("a known id with other content is a conflict, in upper case it is the same id", async () => {
  const id = newId();
  expect((await ours.writer.post("/spins", { spins: [spin({ id })] })).json).toMatchObject({ accepted: 1, ids: [id] });
  expect((await ours.writer.post("/spins", { spins: [spin({ id: id.toUpperCase() })] })).json).toMatchObject({
    duplicates: 1,
    ids: [id],
  });
  const conflict = await ours.writer.post("/spins", { spins: [spin({ id, duration_ms: 2 })] });
  expect([conflict.status, (conflict.json as { code: string }).code]).toEqual([409, "spin_conflict"]);
});

test("another tenant's spinner and person are as if missing", async () => {
  await theirs.writer.post("/spins", { spins: [spin()] });
  const { spins } = (await theirs.reader.get("/spins")).json as { spins: { spinner: string; person: string }[] };
  const { spinner = "", person = "" } = spins[0] ?? {};
  const foreign = { spinner, person };
  const refused = async (more: object) =>
    (await ours.writer.post("/spins", { spins: [spin(more)] })).json as { errors: unknown };
  expect((await refused({ spinner: foreign.spinner })).errors).toEqual((await refused({ spinner: newId() })).errors);
  expect((await refused({ person: foreign.person })).errors).toEqual((await refused({ person: newId() })).errors);
  expect((await theirs.writer.post("/spins", { spins: [spin(foreign)] })).status).toBe(200);
});

test("a spinner is added once: its name is taken in any letter case, and emoji stay", async () => {
  const { writer } = await apiTenant();
  expect((await writer.post("/spinners", { name: "Comet ☄️ 9000" })).status).toBe(201);
  expect((await writer.post("/spinners", { name: " COMET ☄️ 9000" })).status).toBe(409);
  for (const name of ["", "x".repeat(121), "a\u202eb", "a\nb", 7]) {
    expect((await writer.post("/spinners", { name })).status).toBe(422);
  }
  const sneaky = await writer.post("/spinners", { name: "Ok", role: "owner", tenant_id: newId() });
  expect([sneaky.status, (sneaky.json as { code: string }).code]).toEqual([422, "unknown_field"]);
  const used = await writer.post("/spins", {
    spins: [spin({ spinner: "comet ☄️ 9000", person: PERSON.toUpperCase() })],
  });
  expect(used.json).toMatchObject({ accepted: 1 });
});
