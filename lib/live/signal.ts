import { PAYLOAD_BYTES } from "@/lib/db/notify";

/** What is new at a tenant, as processes tell each other: ids only, rows are read by whoever may. */
export interface Signal {
  tenantId: string;
  /** Spins that are new. */
  count: number;
  /** The ids of the first of them. */
  ids: string[];
}

/** Ids that a signal names at most. */
export const MOST_IDS = 50;

/** The channel that signals go through. */
export const CHANNEL = "spinner_live";

/** 16 bytes as 22 characters; a signal is `tenant:count:ids`, the ids one behind the other. */
const SIGNAL = /^([\w-]{22}):(\d{1,9}):((?:[\w-]{22}){0,50})$/;

/** Signals as payloads, as many in each as there is room for. */
export function encodeSignals(signals: Signal[]): string[] {
  const payloads: string[] = [];
  for (const { tenantId, count, ids } of signals) {
    const text = `${shortened(tenantId)}:${count}:${ids.slice(0, MOST_IDS).map(shortened).join("")}`;
    const last = payloads.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= PAYLOAD_BYTES)
      payloads.push(`${payloads.pop()};${text}`);
    else payloads.push(text);
  }
  return payloads;
}

/** What a payload says, whoever sent it: what is not a signal is left out. */
export function decodeSignals(payload: string): Signal[] {
  return payload.split(";").flatMap((text) => {
    const [, tenant, count, ids = ""] = SIGNAL.exec(text) ?? [];
    if (tenant === undefined) return [];
    return [{ tenantId: uuidOf(tenant), count: Number(count), ids: (ids.match(/.{22}/g) ?? []).map(uuidOf) }];
  });
}

/** Two signals of one tenant as one. */
export function merged(a: Signal | undefined, b: Signal): Signal {
  if (!a) return b;
  return { tenantId: b.tenantId, count: a.count + b.count, ids: [...a.ids, ...b.ids].slice(0, MOST_IDS) };
}

function shortened(uuid: string): string {
  return Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
}

function uuidOf(short: string): string {
  const hex = Buffer.from(short, "base64url").toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
