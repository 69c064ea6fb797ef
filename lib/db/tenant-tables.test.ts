import { expect, test } from "vitest";
import { ROWS_TABLES } from "./tenant-tables";

test("tables with rows point only at those before them, and those that a move fences are not among them", () => {
  const names = ROWS_TABLES.map(({ name }) => name);
  expect(names).not.toContain("moved_away");
  for (const [parent, child] of [
    ["people", "sessions"],
    ["people", "user_spinners"],
    ["spinners", "user_spinners"],
    ["user_spinners", "spins"],
  ]) {
    expect(names.indexOf(parent ?? "")).toBeLessThan(names.indexOf(child ?? ""));
    expect(names).toContain(parent);
  }
});

test("keys and columns are the database's, the tenant in none of the keys", () => {
  expect(ROWS_TABLES.find(({ name }) => name === "rollups")).toEqual({
    name: "rollups",
    columns: ["tenant_id", "grain", "day", "key", "spins", "total_ms", "longest_ms"],
    key: ["grain", "day", "key"],
    within: undefined,
  });
  expect(ROWS_TABLES.filter(({ within }) => within).map(({ name, within }) => [name, within])).toEqual([
    ["spinners", "merged_into"],
  ]);
});
