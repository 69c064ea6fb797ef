import { expect, it } from "vitest";
import { runInContext } from "@/lib/http/request-context";
import { words } from "./words";

const wordsFor = (languages: string) =>
  runInContext({ id: "test", address: "test", url: "/", secure: false, languages }, words);

it("are English where there is no dictionary of the reader's language", () => {
  expect(wordsFor("en-GB").language).toBe("en");
  expect(wordsFor("tlh, de;q=0.5").language).toBe("en");
});

it("stand in brackets in the language that shows what has none", () => {
  const { language, site, units } = wordsFor("en-XA");
  expect(language).toBe("en-XA");
  expect(site.spins).toBe("⟦Spins⟧");
  expect(units.days("1", 1)).toBe("⟦1 day⟧");
});
