import type { CDPSession } from "@playwright/test";

/** A request of the page's; what came from the browser's own memory is none. */
interface Sent {
  script: boolean;
  /** For a page that nobody has asked for yet: Next's routers say so. */
  ahead: boolean;
  /** Bytes on the wire, compressed, headers and all. */
  wire: number;
  /** Bytes of the body, taken out of its compression. */
  raw: number;
  open: boolean;
}

export interface Traffic {
  requests: number;
  ahead: number;
  wire: number;
  scriptWire: number;
  scriptRaw: number;
  /** Requests that are still to be answered, but for streams of events, which never are. */
  open: number;
  /** When a request was last made or answered, by `performance.now()` of this process. */
  lastAt: number;
}

/** Counts what a page asks for and gets, from the next navigation on. Returns the count so far. */
export async function countTraffic(cdp: CDPSession): Promise<() => Traffic> {
  const all = new Map<string, Sent>();
  let redirects = 0;
  let lastAt = performance.now();
  const end = (id: string, wire?: number) => {
    const sent = all.get(id);
    lastAt = performance.now();
    if (sent) Object.assign(sent, { open: false, wire: wire ?? sent.wire });
  };
  cdp.on("Network.requestWillBeSent", ({ requestId, request, type, redirectResponse }) => {
    if (request.url.startsWith("data:") || request.url.startsWith("blob:")) return;
    lastAt = performance.now();
    if (redirectResponse) redirects++;
    const ahead = Object.keys(request.headers).some((name) => name.toLowerCase() === "next-router-prefetch");
    all.set(requestId, { script: type === "Script", ahead, wire: 0, raw: 0, open: type !== "EventSource" });
  });
  cdp.on("Network.requestServedFromCache", ({ requestId }) => all.delete(requestId));
  cdp.on("Network.dataReceived", ({ requestId, dataLength, encodedDataLength }) => {
    const sent = all.get(requestId);
    if (sent) Object.assign(sent, { raw: sent.raw + dataLength, wire: sent.wire + encodedDataLength });
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => end(requestId, encodedDataLength));
  cdp.on("Network.loadingFailed", ({ requestId }) => end(requestId));
  await cdp.send("Network.enable");
  return () => {
    const sent = [...all.values()];
    const scripts = sent.filter(({ script }) => script);
    return {
      requests: sent.length + redirects,
      ahead: sent.filter(({ ahead }) => ahead).length,
      wire: sum(sent, "wire"),
      scriptWire: sum(scripts, "wire"),
      scriptRaw: sum(scripts, "raw"),
      open: sent.filter(({ open }) => open).length,
      lastAt,
    };
  };
}

function sum(sent: Sent[], what: "wire" | "raw"): number {
  return sent.reduce((total, each) => total + each[what], 0);
}
