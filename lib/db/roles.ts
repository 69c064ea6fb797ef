import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/app-error";
import type { Admin, AdminTransaction } from "./admin";
import { CATALOG_SCHEMA } from "./catalog-schema";
import { closeDatabase } from "./close-database";
import { APP_ROLE, OWNER_ROLE, PLATFORM_ROLE } from "./role-names";

const KIND = {
  [OWNER_ROLE]: "NOLOGIN NOBYPASSRLS",
  [PLATFORM_ROLE]: "NOLOGIN BYPASSRLS",
  [APP_ROLE]: "LOGIN NOBYPASSRLS",
};

export interface Roles {
  /** The application role's new password; undefined where it keeps the one it has. */
  password: string | undefined;
}

/**
 * The three roles of the primary, and the schemas of its main database. Throws 422 `admin_too_weak`.
 */
export async function ensurePrimary(admin: Admin, options: { newPassword?: boolean } = {}): Promise<Roles> {
  const roles = await ensureRoles(admin, options);
  await closeDatabase(admin, [CATALOG_SCHEMA, "shared"], APP_ROLE);
  return roles;
}

/**
 * Creates the three roles of a server, or takes from them whatever they have gained since.
 * Throws 422 `admin_too_weak` where the administrator's connection may not do that.
 */
export async function ensureRoles(admin: Admin, options: { newPassword?: boolean } = {}): Promise<Roles> {
  await checkPower(admin);
  const known = new Set((await admin`SELECT rolname FROM pg_roles`).map((row) => String(row.rolname)));
  const password = !known.has(APP_ROLE) || options.newPassword ? randomBytes(24).toString("hex") : undefined;

  await admin.begin(async (sql) => {
    for (const [role, kind] of Object.entries(KIND)) {
      await sql.unsafe(`${known.has(role) ? "ALTER" : "CREATE"} ROLE ${role} ${kind} NOCREATEDB NOCREATEROLE`);
    }
    for (const role of [OWNER_ROLE, PLATFORM_ROLE, APP_ROLE]) await sql.unsafe(`GRANT ${role} TO CURRENT_USER`);
    await dropMemberships(sql);
    if (password) await sql.unsafe(`ALTER ROLE ${APP_ROLE} PASSWORD '${password}'`);
    await limit(sql, APP_ROLE);
  });
  return { password };
}

/** A tenant that runs a query over everything, or waits for a lock, is cut off; others go on. */
const LIMITS = { statement_timeout: "5s", lock_timeout: "2s", idle_in_transaction_session_timeout: "10s" };

async function checkPower(admin: Admin): Promise<void> {
  const [me] =
    await admin`SELECT rolsuper OR (rolcreaterole AND rolcreatedb AND rolbypassrls) AS able FROM pg_roles WHERE rolname = current_user`;
  if (!me?.able) {
    throw new AppError(
      "invalid",
      "admin_too_weak",
      "The administrator's address must be a superuser's, or a role's with CREATEROLE, CREATEDB and BYPASSRLS that owns the database.",
    );
  }
}

/** The application role is a member of nothing: a membership is a way to SET ROLE. */
async function dropMemberships(sql: AdminTransaction): Promise<void> {
  const held = await sql`
    SELECT g.rolname AS role, m.rolname AS member FROM pg_auth_members a
    JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
    WHERE m.rolname IN (${APP_ROLE}, ${OWNER_ROLE})`;
  for (const { role, member } of held) await sql.unsafe(`REVOKE "${role}" FROM ${member}`);
}

/** A role that may log in and serve one tenant's own database, or gets a new password. Throws 422 `admin_too_weak`. */
export async function makeServingRole(admin: Admin, role: string, password: string): Promise<void> {
  await checkPower(admin);
  const [there] = await admin`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
  await admin.begin(async (sql) => {
    await sql.unsafe(
      `${there ? "ALTER" : "CREATE"} ROLE "${role}" ${KIND[APP_ROLE]} NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
    );
    await sql.unsafe(`GRANT "${role}" TO CURRENT_USER`);
    await limit(sql, role);
  });
}

async function limit(sql: AdminTransaction, role: string): Promise<void> {
  for (const [name, value] of Object.entries(LIMITS)) await sql.unsafe(`ALTER ROLE "${role}" SET ${name} = '${value}'`);
}
