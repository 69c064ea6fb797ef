import { expect, test } from "vitest";
import { parseSettings, SettingsError } from "./env";

const SECRET = "s".repeat(32);

test("without anything set, the defaults hold", () => {
  expect(parseSettings({})).toMatchObject({
    port: 3000,
    rootDomain: "localhost:3000",
    dataDir: ".data",
    listen: "127.0.0.1",
    trustProxy: false,
  });
});

test("the root domain follows the port; an empty value counts as unset", () => {
  expect(parseSettings({ PORT: "4000", ROOT_DOMAIN: "" }).rootDomain).toBe("localhost:4000");
});

test("every fault is named at once, and no value is repeated", () => {
  const wrong = { PORT: "0", DATABASE_URL: "mysql://me:hunter2@db/x", AUTH_SECRET: "short", TRUST_PROXY: "yes" };
  const faults = faultsOf(wrong, ["ADMIN_DATABASE_URL"]);
  for (const name of [...Object.keys(wrong), "ADMIN_DATABASE_URL"]) {
    expect(faults.some((fault) => fault.startsWith(name))).toBe(true);
  }
  expect(faults.join()).not.toMatch(/hunter2|short$|yes/);
});

test("a process that serves needs its database and its secret", () => {
  expect(faultsOf({}, ["DATABASE_URL", "AUTH_SECRET"])).toHaveLength(2);
  expect(parseSettings({ DATABASE_URL: "postgres://a@b/c", AUTH_SECRET: SECRET }, ["DATABASE_URL"])).toMatchObject({
    authSecret: SECRET,
  });
});

function faultsOf(env: Record<string, string>, needed: string[] = []): string[] {
  try {
    parseSettings(env, needed);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.faults : [String(error)];
  }
}
