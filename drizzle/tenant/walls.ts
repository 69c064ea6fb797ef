import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { createdAt, tenantId } from "./columns";

/** Boards that hang in the open: whoever has the address of one sees it, signed in or not. */
export const walls = pgTable(
  "walls",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    board: text("board", { enum: ["spinners", "people", "both"] }).notNull(),
    /** How much of people's names is shown. */
    names: text("names", { enum: ["full", "short", "hidden"] }).notNull(),
    /** How far back its figures reach. */
    days: integer("days").$type<7 | 30 | 90>().notNull(),
    /** The person who put it up; null: an operator. */
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (t) => [
    primaryKey({ name: "walls_pk", columns: [t.tenantId, t.id] }),
    check("walls_board_check", sql`board in ('spinners', 'people', 'both')`),
    check("walls_names_check", sql`names in ('full', 'short', 'hidden')`),
    check("walls_days_check", sql`days in (7, 30, 90)`),
  ],
);
