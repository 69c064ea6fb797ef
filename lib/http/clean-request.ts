import type { IncomingMessage } from "node:http";
import type { FrontSettings } from "./front";

const RELAY = "x-spinner-relay";

/** Headers that say who asks, from where, or how Next should treat the request: a client's word counts for nothing. */
const OURS =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-tenant.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-nextjs-.*|x-now-.*|x-vercel-.*|x-spinner-.*|next-resume)$/;

/** Takes those headers off a request, and settles its Host. Returns where it came from. */
export function cleanRequest(
  request: IncomingMessage,
  { trustProxy }: Pick<FrontSettings, "trustProxy">,
  relay: string,
): { address: string; secure: boolean } {
  const { headers } = request;
  const trusted = trustProxy || headers[RELAY] === relay;
  const host = trusted ? (first(headers["x-forwarded-host"]) ?? headers.host) : headers.host;
  const address = trusted ? first(headers["x-forwarded-for"]) : undefined;
  const secure = trustProxy && first(headers["x-forwarded-proto"]) !== "http";

  for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name];
  headers[RELAY] = relay;
  if (host !== undefined) headers.host = host;
  if (secure) headers["x-forwarded-proto"] = "https";
  return { address: address ?? request.socket.remoteAddress ?? "unknown", secure };
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0]?.split(",", 1)[0]?.trim() || undefined;
}
