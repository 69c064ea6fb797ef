import { expect, test } from "vitest";
import { PAYLOAD_BYTES } from "@/lib/db/notify";
import { newId } from "@/lib/new-id";
import { decodeSignals, encodeSignals, MOST_IDS, merged, type Signal } from "./signal";

function signal(ids: number, count = ids): Signal {
  return { tenantId: newId(), count, ids: Array.from({ length: ids }, newId) };
}

test("what one process says another understands, in as few payloads as there is room for", () => {
  const signals = [signal(0), signal(1), signal(7, 9), ...Array.from({ length: 20 }, () => signal(MOST_IDS))];
  const payloads = encodeSignals(signals);
  expect(payloads.every((payload) => payload.length <= PAYLOAD_BYTES)).toBe(true);
  expect(payloads.length).toBeLessThan(5);
  expect(payloads.flatMap(decodeSignals)).toEqual(signals);
});

test("no more ids are named than there is room for, and all are counted", () => {
  const [one, other] = [signal(40), signal(40)];
  const both = merged(one, other);
  expect(both).toMatchObject({ count: 80, ids: { length: MOST_IDS } });
  expect(encodeSignals([{ ...one, ids: Array.from({ length: 1_000 }, newId) }])[0]?.length).toBeLessThan(PAYLOAD_BYTES);
});

test("what is not a signal is left out, and what stands beside it is heard", () => {
  const known = signal(1);
  const [good = ""] = encodeSignals([known]);
  const hostile = [
    "",
    "x",
    "{}",
    `${good}x`,
    good.replace(/:1:/, ":-1:"),
    good.replace(/:1:/, ":1e9:"),
    good.replace(/:1:/, ":9999999999:"),
    `${good.slice(0, 22)}:1:' OR tenant_id IS NOT NULL --`,
    `${good}${"A".repeat(22 * MOST_IDS)}`,
    `\n${good}\n`,
  ];
  for (const text of hostile) {
    expect(decodeSignals(text)).toEqual([]);
    expect(decodeSignals(`${text};${good}`)).toEqual([known]);
  }
});
