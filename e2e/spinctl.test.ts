import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectAsAdmin } from "@/lib/db/admin";
import { type OwnServer, ownServer } from "./fixtures/own-server";
import { type Ran, run } from "./fixtures/run";

/* The command as an operator runs it: a process of its own, on a server of its own. */

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
}, 60_000);

afterAll(() => server.remove());

function spinctl(args: string[], input = "", env: Record<string, string> = {}): Promise<Ran> {
  const own = { DATABASE_URL: "", ADMIN_DATABASE_URL: server.adminUrl, ...env };
  return run(["lib/cli/spinctl.mjs", ...args], own, input);
}

describe("an operator", () => {
  test("creates a tenant, its owner and a key, and sees it", async () => {
    expect((await spinctl(["tenant", "create", "acme", "--name", "Acme", "--json"])).status).toBe(0);
    const owner = await spinctl(
      ["owner", "create", "ACME", "--email", "Owner@Acme.example"],
      "correct horse battery\n",
    );
    expect([owner.status, owner.output]).toEqual([0, expect.stringContaining("owner@acme.example")]);
    expect(owner.output).not.toContain("correct horse");
    const key = await spinctl(["key", "create", "acme", "--name", "desk", "--scope", "read", "--json"]);
    expect(JSON.parse(key.output)).toMatchObject({ scope: "read", key: expect.stringMatching(/^spk_/) });
    const list = JSON.parse((await spinctl(["tenant", "list", "--json"])).output);
    expect(list).toEqual([
      expect.objectContaining({ slug: "acme", name: "Acme", placement: "shared", status: "active" }),
    ]);
    const shown = await spinctl(["tenant", "show", "acme"]);
    expect([shown.status, shown.output]).toEqual([0, expect.stringContaining("Acme")]);
  }, 60_000);

  test("lists keys without saying what they are, and revokes one as often as asked", async () => {
    const { id, key } = JSON.parse((await spinctl(["key", "create", "acme", "--name", "gone", "--json"])).output);
    const listed = await spinctl(["key", "list", "acme", "--json"]);
    expect(listed.output).not.toContain(key);
    expect(JSON.parse(listed.output)[0]).toMatchObject({ id, name: "gone", scope: "write", revoked_at: null });
    expect((await spinctl(["key", "revoke", "acme", id])).status).toBe(0);
    const within = await spinctl(["key", "revoke", id, "--json"], "", { SPINNER_TENANT: "acme" });
    expect([within.status, JSON.parse(within.output)]).toEqual([0, { id, status: "revoked" }]);
    const after = JSON.parse((await spinctl(["key", "list", "acme", "--json"])).output);
    expect(after.map((line: { revoked_at: string | null }) => line.revoked_at !== null)).toEqual([true, false]);
  }, 60_000);

  test("gives a tenant another plan, and shows it", async () => {
    const limited = await spinctl(["tenant", "limit", "acme", "--plan", "large", "--connections", "3", "--json"]);
    expect(JSON.parse(limited.output)).toMatchObject({ slug: "acme", connections: 3, plan: "large", burst: 50_000 });
    const shown = JSON.parse((await spinctl(["tenant", "show", "acme", "--json"])).output);
    expect(shown).toMatchObject({ plan: "large", key_requests_per_minute: 120_000 });
  }, 60_000);

  test.each([
    [["key", "revoke", "acme", "0192aaaa-0000-7000-8000-000000000001"], 3, "not_found"],
    [["tenant", "limit", "acme", "--plan", "endless"], 3, "plan_unknown"],
    [["tenant", "create", "acme", "--name", "Again"], 1, "slug_taken"],
    [["tenant", "create", "ACME", "--name", "Again"], 1, "slug_taken"],
    [["tenant", "create", "admin", "--name", "x"], 2, "slug_reserved"],
    [["tenant", "create", "a_b", "--name", "x"], 2, "slug_invalid"],
    [["tenant", "create", "fine", "--name", "x".repeat(121)], 2, "name"],
    [["tenant", "create", "fine", "--name", "x", "--time-zone", "Mars/Base"], 2, "timeZone"],
    [["tenant", "create", "fine", "--name", "x", "--placement", "moon"], 2, "placement"],
    [["tenant", "create", "fine"], 2, "--name"],
    [["tenant", "show", "nobody"], 3, "nobody"],
    [["key", "create", "nobody", "--name", "x"], 3, "nobody"],
    [["owner", "create", "acme", "--email", "no address"], 2, "email"],
    [["bogus"], 2, "bogus"],
  ])("%j ends with %i and says %s", async (args, status, says) => {
    const ran = await spinctl(args, "correct horse battery");
    expect([ran.status, ran.errors]).toEqual([status, expect.stringContaining(says)]);
  });

  test.each(["short", "", "password123", "x".repeat(129)])("the password %j is refused", async (password) => {
    const ran = await spinctl(["owner", "create", "acme", "--email", "x@acme.example"], password);
    expect([ran.status, ran.errors]).toEqual([2, expect.stringContaining("password_invalid")]);
  });

  test("of two tenants created at once with one address exactly one wins", async () => {
    const both = await Promise.all(
      ["One", "Two"].map((name) => spinctl(["tenant", "create", "twins", "--name", name])),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([0, 1]);
  });

  test("migrates once at a time, and hears who holds the lock", async () => {
    expect((await spinctl(["migrate"])).status).toBe(0);
    const holder = connectAsAdmin(server.adminUrl);
    await holder`SELECT pg_advisory_lock(hashtext('spinner-tracking migrations'))`;
    const busy = await spinctl(["migrate"]);
    await holder.end();
    expect([busy.status, busy.errors]).toEqual([4, expect.stringContaining("running already")]);
  });

  test("prints the application's address with its password once", async () => {
    const again = await spinctl(["roles", "--json"]);
    expect(JSON.parse(again.output).DATABASE_URL).toMatch(/^postgres:\/\/spinner_app@/);
    const fresh = await spinctl(["roles", "--new-password", "--json"]);
    expect(JSON.parse(fresh.output).DATABASE_URL).toMatch(/^postgres:\/\/spinner_app:[0-9a-f]{48}@/);
  });

  test("verifies the live database, and fails when a wall is down", async () => {
    expect((await spinctl(["verify"])).status).toBe(0);
    const admin = connectAsAdmin(server.adminUrl);
    await admin.unsafe("ALTER TABLE shared.spins NO FORCE ROW LEVEL SECURITY");
    const broken = await spinctl(["verify"]);
    await admin.unsafe("ALTER TABLE shared.spins FORCE ROW LEVEL SECURITY");
    await admin.end();
    expect([broken.status, broken.output]).toEqual([1, expect.stringContaining("shared.spins")]);
  });

  test("hears of every wrong setting at once", async () => {
    const ran = await spinctl(["tenant", "list"], "", { PORT: "x", ADMIN_DATABASE_URL: "mysql://x" });
    expect([ran.status, ran.errors]).toEqual([
      2,
      expect.stringMatching(/PORT must be[\s\S]*ADMIN_DATABASE_URL must be/),
    ]);
  });
});
