import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, tenantId } from "./columns";

const bytea = customType<{ data: Buffer; driverData: string }>({ dataType: () => "bytea" });

/** A file of spins on its way in: uploaded whole, checked whole, then stored whole or not at all. */
export const imports = pgTable(
  "imports",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    fileName: text("file_name").notNull(),
    /** The person who imports; null: an operator. */
    createdBy: uuid("created_by"),
    state: text("state", {
      enum: ["uploading", "uploaded", "checking", "checked", "faulty", "storing", "stored", "cancelled", "failed"],
    }).notNull(),
    /** Which column of the file is which field, once it is known. */
    mapping: jsonb("mapping"),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    /** How many of the bytes have been gone through in the present state. */
    progress: bigint("progress", { mode: "number" }).notNull().default(0),
    rows: bigint("rows", { mode: "number" }).notNull().default(0),
    accepted: bigint("accepted", { mode: "number" }).notNull().default(0),
    duplicates: bigint("duplicates", { mode: "number" }).notNull().default(0),
    /** The first hundred, by line; or why it failed. */
    faults: jsonb("faults"),
    createdAt: createdAt(),
    /** Moves on while somebody works on it. */
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "imports_pk", columns: [t.tenantId, t.id] }),
    check("imports_progress_check", sql`progress between 0 and bytes`),
  ],
);

/** The file as it came, in pieces; gone when the import is over. */
export const importParts = pgTable(
  "import_parts",
  {
    tenantId: tenantId(),
    importId: uuid("import_id").notNull(),
    position: integer("position").notNull(),
    content: bytea("content").notNull(),
  },
  (t) => [
    primaryKey({ name: "import_parts_pk", columns: [t.tenantId, t.importId, t.position] }),
    foreignKey({
      name: "import_parts_import_fk",
      columns: [t.tenantId, t.importId],
      foreignColumns: [imports.tenantId, imports.id],
    }).onDelete("cascade"),
  ],
);
