import { expect, test } from "vitest";
import { addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { createPerson } from "@/lib/people/create";
import { mergeSpinners } from "@/lib/spinners/merge";
import { retireSpinner } from "@/lib/spinners/retire";
import { VISITOR } from "@/lib/tenancy/actor";
import { TenantScope } from "@/lib/tenancy/scope";
import { search } from "./search";

const SPINNERS = ["Comet", "Halley's Comet", "Été", "100% Brass", "a_b", "back\\slash", "(.*)", "🌀 Storm"];
const PEOPLE = ["Ada Comet", "Élodie", 'Bo "Quote" O\'Neil'];

async function workshop() {
  const at = await newScope();
  const ids: Record<string, string> = {};
  for (const name of SPINNERS) ids[name] = (await addSpinner(at, name)).id;
  for (const [index, name] of PEOPLE.entries()) {
    const person = { email: `p${index}@test.example`, name, role: "member", password: "correct horse battery" };
    ids[name] = (await createPerson(at, person)).id;
  }
  return { at, ids };
}

const names = async (at: TenantScope, text: string, limit?: number) => {
  const { people, spinners } = await search(at, text, limit);
  return [...people, ...spinners].map(({ name }) => name);
};

test("a text is found anywhere in a name, in any letter case, first where a name begins with it", async () => {
  const { at, ids } = await workshop();
  expect(await search(at, "COMET")).toEqual({
    people: [{ id: ids["Ada Comet"], name: "Ada Comet" }],
    spinners: [
      { id: ids.Comet, name: "Comet" },
      { id: ids["Halley's Comet"], name: "Halley's Comet" },
    ],
  });
  expect(await names(at, " comet ", 1)).toEqual(["Ada Comet", "Comet"]);
  expect(await names(at, "e\u0301t")).toEqual(["Été"]);
  expect(await names(at, "éLO")).toEqual(["Élodie"]);
  expect(await names(at, "🌀")).toEqual(["🌀 Storm"]);
});

test.each([
  ["%", ["100% Brass"]],
  ["_", ["a_b"]],
  ["\\", ["back\\slash"]],
  [".*", ["(.*)"]],
  ["o'n", ['Bo "Quote" O\'Neil']],
  ['"', ['Bo "Quote" O\'Neil']],
  ["' OR true --", []],
  ["C%t", []],
])("%j means itself", async (text, found) => {
  const { at } = await workshop();
  expect(await names(at, text)).toEqual(found);
});

test("no text finds nothing, and one that is too long is refused", async () => {
  const { at } = await workshop();
  for (const nothing of ["", "  ", "\t"]) expect(await names(at, nothing)).toEqual([]);
  expect(await names(at, "🌀".repeat(200))).toEqual([]);
  for (const wrong of ["x".repeat(201), "a\0b", "\ud800"]) {
    await expect(search(at, wrong)).rejects.toMatchObject({ status: 422, code: "search_invalid" });
  }
});

test("an alias is never found, what is retired is; another tenant's names are not here", async () => {
  const [{ at, ids }, theirs] = [await workshop(), await workshop()];
  await mergeSpinners(at, { from: ids.Comet, into: ids.a_b });
  await retireSpinner(at, ids["Halley's Comet"] ?? "");
  expect(await names(at, "comet")).toEqual(["Ada Comet", "Halley's Comet"]);
  expect(await names(theirs.at, "comet")).toHaveLength(3);
  await addSpinner(theirs.at, "Theirs alone");
  expect(await names(at, "theirs")).toEqual([]);
  expect(await names(theirs.at, "theirs")).toEqual(["Theirs alone"]);
});

test("a visitor finds nobody", async () => {
  const { at } = await workshop();
  await expect(search(new TenantScope(at.tenant, VISITOR), "comet")).rejects.toMatchObject({ status: 403 });
});
