import {
  bigint,
  date,
  integer,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, tenantId } from "./columns";

/* What dashboards read in place of spins. */

const GRAINS = ["total", "day", "spinner", "person", "spinner_day", "person_day"] as const;

const sums = {
  tenantId: tenantId(),
  grain: text("grain", { enum: GRAINS }).notNull(),
  /** The day, or 0001-01-01 in the grains of all time. */
  day: date("day").notNull(),
  /** The spinner or person, or the nil UUID in the grains of the whole tenant. */
  key: uuid("key").notNull(),
  spins: bigint("spins", { mode: "number" }).notNull(),
  totalMs: bigint("total_ms", { mode: "number" }).notNull(),
  longestMs: integer("longest_ms").notNull(),
};

/** Sums of the spins that are folded in. */
export const rollups = pgTable("rollups", sums, (t) => [
  primaryKey({ name: "rollups_pk", columns: [t.tenantId, t.grain, t.day, t.key] }),
]);

/**
 * The same and what is not folded in yet: exact in every snapshot. A group may stand in several lines, so whoever
 * reads sums them up.
 */
export const liveRollups = pgView("live_rollups", sums).with({ securityInvoker: true }).existing();

/** How many spins each bucket of a day, or of all time, holds; not summed up either. */
export const liveBuckets = pgView("live_buckets", {
  tenantId: tenantId(),
  day: date("day").notNull(),
  bucket: smallint("bucket").notNull(),
  spins: bigint("spins", { mode: "number" }).notNull(),
})
  .with({ securityInvoker: true })
  .existing();

/** How many spins each hour of the week holds on a day, or over all time, and how long they were; not summed up either. */
export const liveHours = pgView("live_hours", {
  tenantId: tenantId(),
  day: date("day").notNull(),
  cell: smallint("cell").notNull(),
  spins: bigint("spins", { mode: "number" }).notNull(),
  totalMs: bigint("total_ms", { mode: "number" }).notNull(),
})
  .with({ securityInvoker: true })
  .existing();

/** Spins among which are the longest of a day, or of all time. */
export const liveLongest = pgView("live_longest", {
  tenantId: tenantId(),
  day: date("day").notNull(),
  id: uuid("id").notNull(),
  durationMs: integer("duration_ms").notNull(),
})
  .with({ securityInvoker: true })
  .existing();

/**
 * The spins of one batch, spin by spin in arrays of one length: appended by the statement that stores them, taken out
 * by the one that folds them in.
 */
export const rollupDeltas = pgTable(
  "rollup_deltas",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    spinIds: uuid("spin_ids").array().notNull(),
    personIds: uuid("person_ids").array().notNull(),
    spinnerIds: uuid("spinner_ids").array().notNull(),
    durationsMs: integer("durations_ms").array().notNull(),
    spunAts: timestamp("spun_ats", { withTimezone: true, precision: 3 }).array().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "rollup_deltas_pk", columns: [t.tenantId, t.id] })],
);

/** How the durations and the hours of a day (0001-01-01: of all time) are spread, and its longest spins. */
export const sketches = pgTable(
  "sketches",
  {
    tenantId: tenantId(),
    day: date("day").notNull(),
    /** Buckets that hold any, ascending: see lib/figures/sketch.ts. */
    buckets: smallint("buckets").array().notNull(),
    /** How many spins each of them holds. */
    counts: bigint("counts", { mode: "number" }).array().notNull(),
    /** The longest spins, longest first. */
    longestIds: uuid("longest_ids").array().notNull(),
    longestMs: integer("longest_ms").array().notNull(),
    /** Hours of the week that hold any, ascending: (ISO weekday − 1) × 24 + hour, where the tenant is. */
    cells: smallint("cells").array().notNull().default([]),
    /** How many spins each of them holds, and how long they were together. */
    cellSpins: bigint("cell_spins", { mode: "number" }).array().notNull().default([]),
    cellMs: bigint("cell_ms", { mode: "number" }).array().notNull().default([]),
  },
  (t) => [primaryKey({ name: "sketches_pk", columns: [t.tenantId, t.day] })],
);

/** The time zone that a tenant's figures go by: changed in the transaction that counts them anew. */
export const calendars = pgTable("calendars", { tenantId: tenantId(), timeZone: text("time_zone").notNull() }, (t) => [
  primaryKey({ name: "calendars_pk", columns: [t.tenantId] }),
]);
