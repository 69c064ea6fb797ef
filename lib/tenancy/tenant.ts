import type { Placement } from "./placement";

/** The colours that a tenant's pages may be in. */
export const ACCENTS = ["teal", "blue", "violet", "magenta", "green", "orange", "graphite"] as const;
export type Accent = (typeof ACCENTS)[number];

/** One customer company, as the catalog knows it. */
export interface Tenant {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  /** IANA name of the zone in which its days begin and end. */
  timeZone: string;
  /** Null: the product's own colour. */
  accent: Accent | null;
  placement: Placement;
  limits: Limits;
  plan: Plan;
}

/** What one tenant may take of a serving process and its database; undefined: what everybody may. */
export interface Limits {
  /** Connections at most. */
  connections: number | undefined;
  /** After how long a statement is cut off, in ms. */
  statementTimeoutMs: number | undefined;
}

/** How many API requests a tenant may make. */
export interface Plan {
  name: string;
  /** For each of its keys. */
  key: Rate;
  /** For all of its keys and people together. */
  tenant: Rate;
}

/** A steady pace, and how many requests may come at once after a rest. */
export interface Rate {
  perMinute: number;
  burst: number;
}
