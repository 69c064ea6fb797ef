import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/*
 * Contrast by WCAG 2.2 (1.4.3 and 1.4.11) of the colours that meet on our pages, from the style sheet itself, in both
 * themes and every accent.
 */

const CSS = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];
type Linear = readonly [number, number, number];

const ACCENTS: { name: string; hue: number; chroma: number }[] = [
  ...CSS.matchAll(
    /:root(?::has\(meta\[name="accent"\]\[content="(\w+)"\]\))? \{\s+--hue: ([\d.]+);\s+--chroma: ([\d.]+);/g,
  ),
].map(([, name = "teal", hue, chroma]) => ({ name, hue: Number(hue), chroma: Number(chroma) }));

const TEXT: [string, string[]][] = [
  ["ink", ["paper", "surface", "sunken", "accent-soft"]],
  ["soft", ["paper", "surface", "sunken"]],
  ["accent", ["paper", "surface", "sunken", "accent-soft"]],
  ["accent-strong", ["paper", "surface", "sunken"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["brass", ["paper", "surface", "brass-soft"]],
  ["good", ["paper", "surface", "good-soft"]],
  ["bad", ["paper", "surface", "bad-soft"]],
];

it("there are the accents that a tenant may choose", () =>
  expect(ACCENTS.map(({ name }) => name)).toEqual([
    "teal",
    "blue",
    "violet",
    "magenta",
    "green",
    "orange",
    "graphite",
  ]));

describe.each(ACCENTS)("with $name as accent", (accent) => {
  describe.each(THEMES)("in the %s", (theme) => {
    const pairs = TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));
    it.each(pairs)("%s is readable on %s", (text, ground) =>
      expect(contrast(colour(text, theme, accent), colour(ground, theme, accent))).toBeGreaterThanOrEqual(4.5),
    );

    it("a field's edge and the series are seen on a surface", () => {
      for (const mark of ["edge", "accent", "brass"]) {
        expect(contrast(colour(mark, theme, accent), colour("surface", theme, accent))).toBeGreaterThanOrEqual(3);
      }
    });
  });
});

it("finds fault with what is too pale", () => expect(contrast(ofHex("#cccccc"), ofHex("#ffffff"))).toBeLessThan(3));

/** A token's colour as linear sRGB. */
function colour(token: string, theme: Theme, { hue, chroma }: { hue: number; chroma: number }): Linear {
  const pair = new RegExp(`--color-${token}: light-dark\\(([^;]+)\\);`, "s").exec(CSS)?.[1] ?? "";
  const halves = pair.split(/,(?![^(]*\))/).map((half) => half.trim());
  const given = halves[THEMES.indexOf(theme)] ?? "";
  if (given.startsWith("#")) return ofHex(given);
  const [, lightness, share = "1"] =
    /^oklch\(([\d.]+)% (?:var|calc\(var)\(--chroma\)(?: \* ([\d.]+)\))? /.exec(given) ?? [];
  return ofOklch(Number(lightness) / 100, chroma * Number(share), hue);
}

function ofHex(hex: string): Linear {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** The matrices of https://www.w3.org/TR/css-color-4/#color-conversion-code; what no screen shows is cut off. */
function ofOklch(lightness: number, chroma: number, hue: number): Linear {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function contrast(one: Linear, other: Linear): number {
  const luminance = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
