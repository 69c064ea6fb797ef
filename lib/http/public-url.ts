import { settings } from "@/lib/env";
import { requestContext } from "./request-context";

/** An absolute address on the apex, as a browser reaches it. */
export function apexUrl(path: string): string {
  return `${scheme()}://${settings().rootDomain}${path}`;
}

/** The same on a tenant's host. */
export function tenantUrl(slug: string, path: string): string {
  return `${scheme()}://${slug}.${settings().rootDomain}${path}`;
}

function scheme(): string {
  return requestContext().secure ? "https" : "http";
}
