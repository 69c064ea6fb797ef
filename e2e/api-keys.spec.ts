import { createKey } from "@/lib/api-keys/create";
import { revokeKey } from "@/lib/api-keys/revoke";
import { type ApiTenant, apiTenant, spin } from "./fixtures/api-tenant";
import { ask, device, hostOf } from "./fixtures/ask";
import { expect, test } from "./fixtures/test";

let ours: ApiTenant;
let theirs: ApiTenant;

test.beforeAll(async () => {
  [ours, theirs] = [await apiTenant(), await apiTenant()];
});

test("every key that does not work here gets the same 401", async () => {
  const { key, id } = await createKey(ours.at, { name: "gone" });
  expect((await device(ours.slug, key).get("/averages")).status).toBe(200);
  await revokeKey(ours.at, id);
  const headers = [
    undefined,
    "",
    "Bearer",
    "Bearer x",
    "Basic abc",
    key,
    `Bearer ${key}`,
    `Bearer ${theirs.key}`,
    `Bearer spk_${"A".repeat(43)}`,
  ];
  const bodies = new Set<string>();
  for (const header of headers) {
    const answer = await ask(hostOf(ours.slug), "/api/v1/averages", {
      headers: header === undefined ? {} : { Authorization: header },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toContain("Bearer");
    bodies.add(answer.text.replace(/"request_id":"[^"]+"/, ""));
  }
  expect(bodies.size).toBe(1);
  expect((await ours.writer.get("/averages")).status).toBe(200);
  expect((await theirs.writer.get("/averages")).status).toBe(200);
});

test("a key in the address is refused, also a right one", async () => {
  for (const name of ["key", "api_key", "access_token"]) {
    const answer = await ours.writer.get(`/averages?${name}=${ours.key}`);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: "api_key_in_url" });
    expect(answer.text).not.toContain(ours.key);
  }
});

test("a key that reads does not write, and reads", async () => {
  expect((await ours.reader.post("/spins", { spins: [spin()] })).status).toBe(403);
  expect((await ours.reader.post("/spinners", { name: "Another" })).status).toBe(403);
  expect((await ours.reader.get("/spins")).status).toBe(200);
  expect((await ours.writer.post("/spins", { spins: [spin()] })).status).toBe(200);
});

test("a spin of one tenant is not counted, listed or named at another", async () => {
  const theirsOnly = await apiTenant();
  expect((await theirsOnly.writer.post("/spins", { spins: [spin({ duration_ms: 77_777 })] })).status).toBe(200);
  for (const path of [
    "/averages",
    "/spins",
    "/spinners",
    "/people",
    "/leaderboards/spinners",
    "/leaderboards/people",
    "/trend",
  ]) {
    const here = await ours.reader.get(path);
    expect(here.status).toBe(200);
    expect(here.text).not.toContain("77777");
    const there = await theirsOnly.reader.get(path);
    if (path !== "/spinners" && path !== "/people") expect(there.text).toMatch(/77777|"spins":1/);
  }
});

test("answers are problems with all their parts, private, and say nothing of where they come from", async () => {
  const answer = await ours.writer.post("/spins", { spins: [] });
  expect(answer.headers["content-type"]).toBe("application/problem+json");
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  expect(answer.json).toMatchObject({
    type: "about:blank",
    title: "Not valid",
    status: 422,
    code: "invalid",
    request_id: answer.headers["x-request-id"],
    errors: [{ path: "spins", code: "invalid" }],
  });
  expect(answer.text).not.toMatch(/stack|\.ts:|select|localhost|127\.0/i);
});

test("an address that is none is 404, another method 405 with what is allowed", async () => {
  expect((await ours.reader.get("/nothing")).status).toBe(404);
  const headers = { Authorization: `Bearer ${ours.key}` };
  for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS"]) {
    const answer = await ask(hostOf(ours.slug), "/api/v1/spins", { method, headers });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("POST, GET, HEAD");
  }
  expect((await ask(hostOf(ours.slug), "/api/v1/averages", { method: "HEAD", headers })).status).toBe(200);
});

test("the OpenAPI document names every call, and its address", async () => {
  const { json } = await ask(hostOf(ours.slug), "/api/v1/openapi.json");
  expect(json).toMatchObject({ openapi: "3.1.0", servers: [{ url: `http://${hostOf(ours.slug)}/api/v1` }] });
  const { paths } = json as { paths: Record<string, object> };
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(calls.toSorted()).toEqual([
    "delete /spins/{id}",
    "get /averages",
    "get /distribution",
    "get /leaderboards/people",
    "get /leaderboards/spinners",
    "get /live",
    "get /longest",
    "get /people",
    "get /search",
    "get /spinners",
    "get /spins",
    "get /spins/export",
    "get /spins/{id}",
    "get /streaks",
    "get /trend",
    "patch /spins/{id}",
    "post /spinners",
    "post /spins",
  ]);
});
