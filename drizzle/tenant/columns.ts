import { timestamp, uuid } from "drizzle-orm/pg-core";

/* Columns that most tables of the data plane have. */

export const tenantId = () => uuid("tenant_id").notNull();
export const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();
