/*
 * The pure host parser: a Host header in, a surface out. It is all that
 * middleware.ts may import, so it imports nothing.
 */

export type Surface =
  | { kind: "apex" }
  | { kind: "operator" }
  | { kind: "tenant"; slug: string }
  /** One of our names, but nobody's: 404. */
  | { kind: "unknown" }
  /** Not our domain, or an address: 421. */
  | { kind: "foreign" }
  /** No host name at all: 400. */
  | { kind: "malformed" };

/** Labels that belong to us: no tenant's address, now or later. */
export const RESERVED_LABELS: ReadonlySet<string> = new Set(
  `about abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover billing blog
   cdn chat cloud community console contact dashboard dev developer developers dns docs email example feedback
   files find ftp git graphql help host hostmaster imap images info internal intranet invite legal localhost login
   logout mail mailer marketing media metrics monitor mx news noc ns ns1 ns2 oauth office operator ops payment
   payments pop pop3 portal postmaster pricing privacy production proxy public register root sales schema secure
   security shared shop sign-in sign-out sign-up signin signout signup site sites smtp sso staff staging static
   stats status store support system team tenant tenants terms test-api testing tracking trust usenet vpn web
   webhook webhooks webmail webmaster wiki www www1 www2`.split(/\s+/),
);

const SLUG = /^(?!..--)[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** Whether a label could be a tenant's: 3 to 40 of `[a-z0-9-]`, no hyphen at an end or doubled at 3–4, not reserved. */
export function isSlug(label: string): boolean {
  return SLUG.test(label) && !RESERVED_LABELS.has(label);
}

const HOST = /^(?<name>[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(?<port>\d{1,5}))?$/;
const IPV6 = /^\[[0-9a-f:.]+\](?::\d{1,5})?$/;

/** A host header without its port and in lower case, or undefined where it is none. */
function hostName(header: string): string | undefined {
  const groups = HOST.exec(header.toLowerCase())?.groups;
  if (!groups?.name || groups.name.length > 253) return undefined;
  return Number(groups.port ?? 80) <= 65_535 ? groups.name : undefined;
}

/**
 * Which surface a Host header asks for, under a root domain (`spinnertracking.com`, `localhost:3000`).
 * Exact suffix, exact depth; ports are not compared. Never throws.
 */
export function parseHost(header: string | null | undefined, rootDomain: string): Surface {
  if (!header) return { kind: "malformed" };
  if (IPV6.test(header.toLowerCase())) return { kind: "foreign" };
  const name = hostName(header);
  if (name === undefined) return { kind: "malformed" };

  const root = hostName(rootDomain);
  if (name === root || name === `www.${root}`) return { kind: "apex" };
  if (!name.endsWith(`.${root}`)) return { kind: "foreign" };

  const label = name.slice(0, -`.${root}`.length);
  if (label === "admin") return { kind: "operator" };
  return isSlug(label) ? { kind: "tenant", slug: label } : { kind: "unknown" };
}
