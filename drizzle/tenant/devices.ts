import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, tenantId } from "./columns";

/* What the API keeps about those who call it. */

export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    scope: text("scope", { enum: ["read", "write"] }).notNull(),
    /** SHA-256 of the key in hex: the key has 256 random bits, so a slow hash would add nothing. */
    keyHash: text("key_hash").notNull(),
    createdAt: createdAt(),
    /** The person who made it; null: an operator. */
    createdBy: uuid("created_by"),
    /** To the minute or so. */
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (t) => [
    primaryKey({ name: "api_keys_pk", columns: [t.tenantId, t.id] }),
    unique("api_keys_hash_key").on(t.tenantId, t.keyHash),
    check("api_keys_scope_check", sql`scope in ('read', 'write')`),
  ],
);

/** Answers to requests that carried an Idempotency-Key, stored in the transaction that did what was asked. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    tenantId: tenantId(),
    /** Who asked: `key:<id>` or `person:<id>`. */
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** SHA-256 in hex of what was asked. */
    fingerprint: text("fingerprint").notNull(),
    /** The answer's body, as JSON. */
    answer: text("answer").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_pk", columns: [t.tenantId, t.actor, t.key] }),
    index("idempotency_keys_age_idx").on(t.tenantId, t.createdAt),
  ],
);

/** How much of its rate a key or the whole tenant has used up, as one instant (GCRA's theoretical arrival time). */
export const rateBudgets = pgTable(
  "rate_budgets",
  {
    tenantId: tenantId(),
    /** `tenant`, or `key:<id>`. */
    subject: text("subject").notNull(),
    freeAt: timestamp("free_at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ name: "rate_budgets_pk", columns: [t.tenantId, t.subject] })],
);
