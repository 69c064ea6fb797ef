import { boolean, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * A tenant that stands here lives elsewhere now: what is left of its rows refuses every change. Written by a move,
 * never by the application.
 */
export const movedAway = pgTable(
  "moved_away",
  {
    tenantId: uuid("tenant_id").notNull(),
    movedAt: timestamp("moved_at", { withTimezone: true }).notNull().defaultNow(),
    /** Whether its rows are still here, behind their fence. */
    kept: boolean("kept").notNull().default(true),
  },
  (t) => [primaryKey({ name: "moved_away_pk", columns: [t.tenantId] })],
);
