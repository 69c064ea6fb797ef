import type { Placement } from "./placement";

/** One customer company, as the catalog knows it. */
export interface Tenant {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  /** IANA name of the zone in which its days begin and end. */
  timeZone: string;
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
