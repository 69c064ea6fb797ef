import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/* Colours, radii and durations stand in globals.css alone; every other style sheet takes them from there. */

const HERE = new URL(".", import.meta.url);
const SHEETS = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".css") && name !== "globals.css",
);
const OWN_VALUE =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(|border-radius: (?!var|50%|0;|inherit)|\b(?!0s)[\d.]+m?s\b/gi;

it.each(SHEETS)("%s has no value of its own", (name) =>
  expect(readFileSync(new URL(name, HERE), "utf8").match(OWN_VALUE)).toBeNull(),
);

it("finds what is one, and not what is none", () => {
  expect("a { color: #fff; border-radius: 2px; transition: all 120ms }".match(OWN_VALUE)).toHaveLength(3);
  expect("a { border-radius: 50%; animation: show 0s var(--duration-ring) }".match(OWN_VALUE)).toBeNull();
});
