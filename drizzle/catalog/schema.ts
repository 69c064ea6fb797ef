import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* The control plane: who the tenants are and where their rows live. It holds no tenant's rows. */

const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

/** Where databases may be placed. `primary` is the server that holds this catalog. */
export const servers = pgTable(
  "servers",
  {
    name: text("name").notNull(),
    /** Null for `primary`: its address comes from the environment. */
    url: text("url"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "servers_pk", columns: [t.name] })],
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
