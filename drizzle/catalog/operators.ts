import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

/* The operator's console, and what was done across tenants. */

/** What the operator did across tenants: reports, moves, commands in a tenant's name. */
export const operatorLog = pgTable(
  "operator_log",
  {
    id: uuid("id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    /** Who: a user of the command line's machine, or an operator account's e-mail address. */
    who: text("who").notNull(),
    what: text("what").notNull(),
    detail: jsonb("detail").$type<Record<string, string | number | string[]>>().notNull(),
  },
  (t) => [primaryKey({ name: "operator_log_pk", columns: [t.id] }), index("operator_log_at_idx").on(t.at)],
);

/** Accounts of the operator's console: a world of its own, apart from every tenant's people. */
export const operators = pgTable(
  "operators",
  {
    id: uuid("id").notNull(),
    /** Lower case. */
    email: text("email").notNull().unique("operators_email_key"),
    name: text("name").notNull(),
    /** argon2id in PHC form. */
    passwordHash: text("password_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "operators_pk", columns: [t.id] })],
);

export const operatorSessions = pgTable(
  "operator_sessions",
  {
    id: uuid("id").notNull(),
    operatorId: uuid("operator_id").notNull(),
    /** SHA-256 of the cookie's token in hex: the token has 256 random bits, so a slow hash would add nothing. */
    tokenHash: text("token_hash").notNull().unique("operator_sessions_token_key"),
    createdAt: createdAt(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ name: "operator_sessions_pk", columns: [t.id] }),
    foreignKey({
      name: "operator_sessions_operator_fk",
      columns: [t.operatorId],
      foreignColumns: [operators.id],
    }).onDelete("cascade"),
    index("operator_sessions_operator_idx").on(t.operatorId),
  ],
);

/** Failures at the console's door, counted by account and by network address. */
export const operatorSignInFailures = pgTable(
  "operator_sign_in_failures",
  {
    id: uuid("id").notNull(),
    /** What is counted: `account:…` or `address:…`. */
    subject: text("subject").notNull(),
    failedAt: timestamp("failed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "operator_sign_in_failures_pk", columns: [t.id] }),
    index("operator_sign_in_failures_idx").on(t.subject, t.failedAt),
  ],
);
