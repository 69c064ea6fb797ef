import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, tenantId } from "./columns";

/*
 * The data plane: the same tables in every placement. Every key is led by
 * tenant_id, every foreign key carries it, and every name is our own and
 * short, because PostgreSQL cuts at 63 bytes and Citus appends a shard number.
 */

export const people = pgTable(
  "people",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    /** Lower case; unique in its tenant only, so it tells nothing about other tenants. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["owner", "admin", "member"] }).notNull(),
    /** argon2id in PHC form; null: this person cannot sign in by password. */
    passwordHash: text("password_hash"),
    /** Made up, to show what figures look like. */
    sample: boolean("sample").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "people_pk", columns: [t.tenantId, t.id] }),
    unique("people_email_key").on(t.tenantId, t.email),
    index("people_sample_idx").on(t.tenantId, t.id).where(sql`sample`),
    check("people_role_check", sql`role in ('owner', 'admin', 'member')`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ name: "sessions_pk", columns: [t.tenantId, t.id] }),
    foreignKey({
      name: "sessions_person_fk",
      columns: [t.tenantId, t.personId],
      foreignColumns: [people.tenantId, people.id],
    }).onDelete("cascade"),
    index("sessions_person_idx").on(t.tenantId, t.personId),
  ],
);

/** Failures at the sign-in door, counted by account and by network address. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    /** What is counted: `account:…`, `device:…` or `address:…`. */
    subject: text("subject").notNull(),
    failedAt: timestamp("failed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "sign_in_failures_pk", columns: [t.tenantId, t.id] }),
    index("sign_in_failures_subject_idx").on(t.tenantId, t.subject, t.failedAt),
  ],
);

export const spinners = pgTable(
  "spinners",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The name as compared: NFC, lower case, single spaces. */
    nameKey: text("name_key").notNull(),
    /** Since when it is not offered any more; what it spun goes on to count. */
    retiredAt: timestamp("retired_at", { withTimezone: true }),
    /** Another name of that spinner since they were merged: nothing is stored under this one. Never a chain. */
    mergedInto: uuid("merged_into"),
    /** Made up, to show what figures look like. */
    sample: boolean("sample").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "spinners_pk", columns: [t.tenantId, t.id] }),
    unique("spinners_name_key").on(t.tenantId, t.nameKey),
    foreignKey({
      name: "spinners_merged_fk",
      columns: [t.tenantId, t.mergedInto],
      foreignColumns: [t.tenantId, t.id],
    }),
    index("spinners_merged_idx").on(t.tenantId, t.mergedInto).where(sql`merged_into is not null`),
    index("spinners_sample_idx").on(t.tenantId, t.id).where(sql`sample`),
  ],
);

/** Who owns which spinner; a pair is stored with its first spin. */
export const userSpinners = pgTable(
  "user_spinners",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    spinnerId: uuid("spinner_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "user_spinners_pk", columns: [t.tenantId, t.personId, t.spinnerId] }),
    foreignKey({
      name: "user_spinners_person_fk",
      columns: [t.tenantId, t.personId],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      name: "user_spinners_spinner_fk",
      columns: [t.tenantId, t.spinnerId],
      foreignColumns: [spinners.tenantId, spinners.id],
    }),
    index("user_spinners_spinner_idx").on(t.tenantId, t.spinnerId),
  ],
);

export const spins = pgTable(
  "spins",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    spinnerId: uuid("spinner_id").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** Whole milliseconds, so that a cursor names a row exactly. */
    spunAt: timestamp("spun_at", { withTimezone: true, precision: 3 }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "spins_pk", columns: [t.tenantId, t.id] }),
    foreignKey({
      name: "spins_user_spinner_fk",
      columns: [t.tenantId, t.personId, t.spinnerId],
      foreignColumns: [userSpinners.tenantId, userSpinners.personId, userSpinners.spinnerId],
    }),
    index("spins_spun_at_idx").on(t.tenantId, t.spunAt, t.id),
    index("spins_spinner_idx").on(t.tenantId, t.spinnerId, t.spunAt, t.id),
    index("spins_person_idx").on(t.tenantId, t.personId, t.spunAt, t.id),
    check("spins_duration_check", sql`duration_ms between 1 and 86400000`),
  ],
);

/**
 * What a spin said when it was acknowledged, once it was corrected or removed: a sender that asks again with the same
 * id and content gets the same answer for ever, and nothing comes back.
 */
export const spinOriginals = pgTable(
  "spin_originals",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    spinnerId: uuid("spinner_id").notNull(),
    durationMs: integer("duration_ms").notNull(),
    spunAt: timestamp("spun_at", { withTimezone: true, precision: 3 }).notNull(),
    /** Whether the spin is gone; else it stands corrected. */
    removed: boolean("removed").notNull(),
    /** The person who changed it last; null: an operator. */
    changedBy: uuid("changed_by"),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "spin_originals_pk", columns: [t.tenantId, t.id] })],
);

export { apiKeys, idempotencyKeys, rateBudgets } from "./devices";
export {
  calendars,
  liveBuckets,
  liveHours,
  liveLongest,
  liveRollups,
  rollupDeltas,
  rollups,
  sketches,
} from "./figures";
export { importParts, imports } from "./imports";
export { movedAway } from "./moved-away";
export { walls } from "./walls";
