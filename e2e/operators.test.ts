import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnServer, ownServer } from "./fixtures/own-server";
import { run } from "./fixtures/run";

/* Accounts of the operator's console, as the command line makes them; and how the console refuses to start. */

let server: OwnServer;

beforeAll(async () => {
  server = await ownServer();
}, 60_000);

afterAll(() => server.remove());

function spinctl(args: string[], input = "") {
  return run(["lib/cli/spinctl.mjs", ...args], { DATABASE_URL: "", ADMIN_DATABASE_URL: server.adminUrl }, input);
}

const create = (email: string, password: string) =>
  spinctl(["operator", "create", "--email", email, "--json"], password);

test("an account is created once, its password told to nobody, its making in the operator's log", async () => {
  const made = await create("Olive@Spinner.example", "correct horse battery\n");
  expect(made.status).toBe(0);
  expect(JSON.parse(made.output)).toEqual({
    id: expect.any(String),
    email: "olive@spinner.example",
    name: "olive",
  });
  const again = await create("olive@spinner.example", "correct horse battery");
  expect([again.status, again.errors]).toEqual([1, expect.stringContaining("email_taken")]);
});

test.each([
  ["olive2@spinner.example", "short", "password_invalid"],
  ["olive2@spinner.example", "", "password_invalid"],
  ["no address", "correct horse battery", "email"],
])("%s with the password %j is wrong use", async (email, password, says) => {
  const ran = await create(email, password);
  expect([ran.status, ran.errors]).toEqual([2, expect.stringContaining(says)]);
});

test("a role that serves tenants reads and writes nothing of the console's", async () => {
  const app = postgres(server.databaseUrl, { max: 1, onnotice: () => {} });
  const tables = ["operators", "operator_sessions", "operator_sign_in_failures", "operator_log"];
  for (const statement of tables.flatMap((table) => [`SELECT FROM catalog.${table}`, `DELETE FROM catalog.${table}`])) {
    await expect(app.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
  }
  await app.end();
  expect((await spinctl(["verify"])).status).toBe(0);
});

test("the console names every setting that it lacks", async () => {
  const ran = await run(["--import", "tsx", "lib/http/serve.ts", "--console"], {
    ADMIN_DATABASE_URL: "",
    AUTH_SECRET: "",
    CONSOLE_PORT: "x",
    CONSOLE_URL: "ftp://x",
  });
  expect(ran.status).toBe(1);
  for (const name of ["ADMIN_DATABASE_URL", "AUTH_SECRET", "CONSOLE_PORT", "CONSOLE_URL"]) {
    expect(ran.errors).toContain(name);
  }
});
