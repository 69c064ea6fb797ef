import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* The control plane: who the tenants are and where their rows live. It holds no tenant's rows. */

const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

/** Where databases may be placed. `primary` is the server that holds this catalog. */
export const servers = pgTable(
  "servers",
  {
    name: text("name").notNull(),
    /** An administrator's address there. Null for `primary`: its address comes from the environment. */
    url: text("url"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "servers_pk", columns: [t.name] })],
);

/** How many API requests a tenant may make, as a steady pace and as how many at once. */
export const plans = pgTable(
  "plans",
  {
    name: text("name").notNull(),
    /** For each of its keys. */
    keyRequestsPerMinute: integer("key_requests_per_minute").notNull(),
    keyBurst: integer("key_burst").notNull(),
    /** For all of its keys and people together. */
    tenantRequestsPerMinute: integer("tenant_requests_per_minute").notNull(),
    tenantBurst: integer("tenant_burst").notNull(),
  },
  (t) => [
    primaryKey({ name: "plans_pk", columns: [t.name] }),
    check(
      "plans_rates_check",
      sql`least(key_requests_per_minute, key_burst, tenant_requests_per_minute, tenant_burst) >= 1`,
    ),
  ],
);

export const tenants = pgTable(
  "tenants",
  {
    id: uuid("id").notNull(),
    slug: text("slug").notNull().unique("tenants_slug_key"),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "suspended"] })
      .notNull()
      .default("active"),
    /** One of the three architectures; with `server` and the id it gives the placement. */
    placement: text("placement", { enum: ["shared", "schema", "database"] }).notNull(),
    server: text("server")
      .notNull()
      .default("primary")
      .references(() => servers.name),
    /** An IANA name: the zone in which this tenant's days begin and end. */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** The colour that its pages are in; null: the product's own. */
    accent: text("accent", { enum: ["teal", "blue", "violet", "magenta", "green", "orange", "graphite"] }),
    plan: text("plan")
      .notNull()
      .default("standard")
      .references(() => plans.name),
    /** Connections that one serving process opens for this tenant at most; null: as many as the others get. */
    connections: integer("connections"),
    /** After how long a statement of this tenant is cut off, in ms; null: the role's own limit. */
    statementTimeoutMs: integer("statement_timeout_ms"),
    /** Seeded by the demo: tells a database of demo tenants from one with real ones. */
    origin: text("origin", { enum: ["operator", "demo"] })
      .notNull()
      .default("operator"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "tenants_pk", columns: [t.id] }),
    check("tenants_slug_check", sql`slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'`),
    check("tenants_placement_check", sql`placement in ('shared', 'schema', 'database')`),
    check("tenants_status_check", sql`status in ('active', 'suspended')`),
    check("tenants_accent_check", sql`accent in ('teal', 'blue', 'violet', 'magenta', 'green', 'orange', 'graphite')`),
    check("tenants_connections_check", sql`connections between 1 and 50`),
    check("tenants_statement_timeout_check", sql`statement_timeout_ms between 100 and 20000`),
  ],
);

/** Addresses given up: nobody else may take one for 90 days. */
export const formerSlugs = pgTable(
  "former_slugs",
  {
    slug: text("slug").notNull(),
    tenantId: uuid("tenant_id").notNull(),
    givenUpAt: timestamp("given_up_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "former_slugs_pk", columns: [t.slug] })],
);

/**
 * How serving processes log in to a tenant's own database. Read in that tenant's name only: row security stands
 * here as on a tenant's own tables.
 */
export const databaseAccess = pgTable(
  "database_access",
  {
    tenantId: uuid("tenant_id").notNull(),
    server: text("server").notNull(),
    /** `host:port` of the server; null: the one that this catalog is on. */
    address: text("address"),
    password: text("password").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "database_access_pk", columns: [t.tenantId, t.server] })],
);

export const MOVE_STEPS = [
  "preparing",
  "copying",
  "catching_up",
  "frozen",
  "switched",
  "kept",
  "rolling_back",
  "rolled_back",
  "forgotten",
] as const;

/** Moves of tenants between placements, under way and past. */
export const moves = pgTable(
  "moves",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id").notNull(),
    step: text("step", { enum: MOVE_STEPS }).notNull(),
    fromPlacement: text("from_placement", { enum: ["shared", "schema", "database"] }).notNull(),
    fromServer: text("from_server").notNull(),
    toPlacement: text("to_placement", { enum: ["shared", "schema", "database"] }).notNull(),
    toServer: text("to_server").notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
    switchedAt: timestamp("switched_at", { withTimezone: true }),
    /** Rows of the copy, and for how many ms writes had to wait, once they are known. */
    rows: bigint("rows", { mode: "number" }),
    freezeMs: integer("freeze_ms"),
    /** Why it was rolled back. */
    reason: text("reason"),
  },
  (t) => [primaryKey({ name: "moves_pk", columns: [t.id] }), index("moves_tenant_idx").on(t.tenantId, t.startedAt)],
);

export { operatorLog, operatorSessions, operatorSignInFailures, operators } from "./operators";
