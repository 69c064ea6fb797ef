import { expect, it } from "vitest";
import { localeOf } from "./locale";

it.each([
  ["de-DE,de;q=0.9,en;q=0.8", "de-DE"],
  ["en;q=0.5, pt-BR", "pt-BR"],
  ["en-US", "en-US"],
  ["xx-YY, fr", "fr"],
  ["de-u-nu-arab", "de"],
])("of %s it takes %s", (languages, locale) => expect(localeOf(languages)).toBe(locale));

it.each([undefined, "", "*", "en;q=0", "!!,,;q=x", "\0", "a".repeat(5_000)])(
  "without anything it knows, as in %j, it is British English",
  (languages) => expect(localeOf(languages)).toBe("en-GB"),
);

it("forgets, however many headers come", () => {
  for (let n = 0; n < 2_000; n++) localeOf(`de, x-${n}`);
  expect(localeOf("de")).toBe("de");
});
