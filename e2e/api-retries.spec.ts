import { withConnection } from "@/lib/db/admin";
import { newId } from "@/lib/new-id";
import { apiTenant, spin } from "./fixtures/api-tenant";
import { ask, hostOf } from "./fixtures/ask";
import { adminUrl } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

test("a request that is sent again with its Idempotency-Key gets the first answer again", async () => {
  const { writer, reader } = await apiTenant();
  const named = { "Idempotency-Key": `"${newId()}"` };
  const body = { spins: [spin(), spin()] };
  const first = await writer.post("/spins", body, named);
  expect([first.status, first.headers["idempotent-replayed"]]).toEqual([200, undefined]);
  const again = await writer.post("/spins", body, named);
  expect([again.status, again.headers["idempotent-replayed"], again.text]).toEqual([200, "true", first.text]);
  expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
  expect((await reader.get("/averages")).json).toMatchObject({ spins: 2 });

  const reused = await writer.post("/spins", { spins: [spin()] }, named);
  expect([reused.status, reused.json]).toEqual([422, expect.objectContaining({ code: "idempotency_key_reused" })]);
  const malformed = await writer.post("/spins", body, { "Idempotency-Key": '"' });
  expect([malformed.status, malformed.json]).toEqual([
    400,
    expect.objectContaining({ code: "idempotency_key_invalid" }),
  ]);
  expect((await writer.post("/spins", body)).json).toMatchObject({ accepted: 2 });
});

test("ten at once with one key are one, and a spinner is made once", async () => {
  const { writer, reader } = await apiTenant();
  const named = { "Idempotency-Key": newId() };
  const send = () => writer.post("/spins", { spins: [spin({ duration_ms: 7 })] }, named);
  const answers = await Promise.all(Array.from({ length: 10 }, send));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect((await reader.get("/averages")).json).toMatchObject({ spins: 1 });
  const make = () => writer.post("/spinners", { name: "Comet" }, { "Idempotency-Key": "comet" });
  const made = [await make(), await make()];
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  expect(made[1]?.text).toBe(made[0]?.text);
});

test("a failed request with a key stores nothing, and the corrected one counts", async () => {
  const { writer } = await apiTenant();
  const named = { "Idempotency-Key": "retry" };
  expect((await writer.post("/spins", { spins: [spin({ duration_ms: 0 })] }, named)).status).toBe(422);
  expect((await writer.post("/spins", { spins: [spin()] }, named)).json).toMatchObject({ accepted: 1 });
});

test("spins come a line each, and what is at fault is named by line or field", async () => {
  const { writer, reader } = await apiTenant();
  const type = { "Content-Type": "application/x-ndjson" };
  const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
  const stored = await writer.post("/spins", lines(spin(), spin({ duration_ms: 3_000 })), type);
  expect([stored.status, stored.json]).toEqual([200, expect.objectContaining({ accepted: 2 })]);
  const fault = await writer.post("/spins", lines(spin(), spin({ duration_ms: "1" })), type);
  expect([fault.status, fault.json]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ path: "spins[1].duration_ms" })] }),
  ]);
  const broken = await writer.post("/spins", `${lines(spin())}{"spinner"`, type);
  expect([broken.status, broken.json]).toEqual([400, expect.objectContaining({ detail: "Line 2 is not JSON." })]);
  expect((await writer.post("/spins", lines(...Array.from({ length: 1_001 }, () => spin())), type)).status).toBe(422);
  expect((await writer.post("/spinners", lines({ name: "x" }), type)).status).toBe(415);
  expect((await reader.get("/averages")).json).toEqual({ spins: 2, total_ms: 4_000, average_ms: 2_000 });
});

test("over the rate is 429 with the seconds to wait, for this key alone, and after them 200", async () => {
  const { tenant, slug, writer, reader } = await tinyTenant();
  const statuses = [];
  for (let count = 0; count < 5; count++) statuses.push((await writer.get("/averages")).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const refused = await writer.post("/spins", Buffer.alloc(6_000_000, " "));
  expect([refused.status, refused.json]).toEqual([429, expect.objectContaining({ code: "rate_limited" })]);
  expect(Number(refused.headers["retry-after"])).toBe(1);
  expect((await reader.get("/averages")).status).toBe(200);
  expect((await ask(hostOf(slug), "/api/v1/openapi.json")).status).toBe(200);
  const other = await apiTenant();
  expect((await other.writer.get("/averages")).status, tenant.slug).toBe(200);
  await new Promise((wake) => setTimeout(wake, 1_050));
  expect((await writer.get("/averages")).status).toBe(200);
});

async function tinyTenant() {
  const own = await apiTenant();
  const { tenant } = own.at;
  const plan = `tiny-${tenant.slug}`;
  await withConnection(adminUrl(), async (admin) => {
    await admin`INSERT INTO catalog.plans VALUES (${plan}, 60, 3, 60000, 1000)`;
    await admin`UPDATE catalog.tenants SET plan = ${plan} WHERE id = ${tenant.id}`;
  });
  return { ...own, tenant };
}
