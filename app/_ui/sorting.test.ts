import { expect, it } from "vitest";
import { readSorting, sortedColumn } from "./sorting";

const ORDERS = [
  { by: "when", descending: true },
  { by: "when", descending: false },
  { by: "name", descending: false },
] as const;
const asked = (text: string) => readSorting(new URLSearchParams(text), ORDERS);

it("is as the address asks, or as it is first", () => {
  expect(asked("")).toBe(ORDERS[0]);
  expect(asked("sort=")).toBe(ORDERS[0]);
  expect(asked("sort=when")).toBe(ORDERS[1]);
  expect(asked("sort=name")).toBe(ORDERS[2]);
});

it.each(["-name", "id", "when,name", "__proto__", "-"])("%s is no order here", (sort) => {
  expect(() => asked(`sort=${sort}`)).toThrow(expect.objectContaining({ status: 422, code: "invalid" }));
});

it("heads keep the rest of the address, and turn the order that stands", () => {
  const list = { path: "/spins", query: new URLSearchParams("person=a%26b&sort=-when"), sorting: ORDERS[0] };
  expect(sortedColumn("When", ORDERS[0], list)).toEqual({
    name: "When",
    href: "/spins?person=a%26b&sort=when",
    sorted: "descending",
  });
  expect(sortedColumn("Name", ORDERS[2], list)).toMatchObject({
    href: "/spins?person=a%26b&sort=name",
    sorted: undefined,
  });
});
