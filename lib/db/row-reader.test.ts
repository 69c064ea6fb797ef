import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { spinners, spins } from "@/drizzle/tenant/schema";
import { rowReader } from "./row-reader";

test("a row is read into the object that was selected, each value by its column's own decoder", () => {
  const read = rowReader([
    { path: ["id"], field: spins.id },
    { path: ["spinner", "id"], field: spinners.id },
    { path: ["spinner", "name"], field: spinners.name },
    { path: ["spunAt"], field: spins.spunAt },
    { path: ["count"], field: sql`count(*)`.mapWith(Number) },
    { path: ["average"], field: sql`avg(1)`.mapWith(Number).as("average") },
    { path: ["text"], field: sql`'as it is'` },
  ]);
  expect(read(["a", "b", "Poke", "2026-11-01 12:00:00.5+00", "3", null, "x"])).toEqual({
    id: "a",
    spinner: { id: "b", name: "Poke" },
    spunAt: new Date("2026-11-01T12:00:00.500Z"),
    count: 3,
    average: null,
    text: "x",
  });
});

test("what cannot be read is refused when it is built, not when it is run", () => {
  expect(() => rowReader([{ path: ["odd"], field: {} }])).toThrow("decoder");
});
