import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/app-error";
import type { Admin, AdminTransaction } from "./admin";
import { CATALOG_SCHEMA } from "./catalog";
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
 * Creates the three roles, or takes from them whatever they have gained since; and the schemas of the primary.
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
    for (const [name, value] of Object.entries(LIMITS)) {
      await sql.unsafe(`ALTER ROLE ${APP_ROLE} SET ${name} = '${value}'`);
    }
  });
  await closeDatabase(admin);
  return { password };
}

/** A tenant that runs a query over everything, or waits for a lock, is cut off; others go on. */
const LIMITS = { statement_timeout: "5s", lock_timeout: "2s", idle_in_transaction_session_timeout: "10s" };

async function checkPower(admin: Admin): Promise<void> {
  const [me] =
    await admin`SELECT rolsuper OR (rolcreaterole AND rolbypassrls) AS able FROM pg_roles WHERE rolname = current_user`;
  if (!me?.able) {
    throw new AppError(
      "invalid",
      "admin_too_weak",
      "ADMIN_DATABASE_URL must be a superuser's, or a role's with CREATEROLE and BYPASSRLS that owns the database.",
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

/** What the roles may do in the database that this connection is in. */
async function closeDatabase(admin: Admin): Promise<void> {
  const [row] = await admin`SELECT quote_ident(current_database()) AS name`;
  const database = String(row?.name);
  await admin.begin(async (sql) => {
    // Two that start at once would both find no schema.
    await sql`SELECT pg_advisory_xact_lock(hashtext('spinner-tracking roles'))`;
    for (const schema of [CATALOG_SCHEMA, "shared"]) {
      await sql.unsafe(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${OWNER_ROLE}`);
      await sql.unsafe(`GRANT USAGE ON SCHEMA ${schema} TO ${APP_ROLE}, ${PLATFORM_ROLE}`);
    }
    await sql.unsafe(`GRANT CONNECT ON DATABASE ${database} TO ${APP_ROLE}`);
    await sql.unsafe(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
    await sql.unsafe("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    // One injected set_config('app.tenant_id', …) in a WHERE would defeat row security. Dump tools need it.
    await sql.unsafe("REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC");
    await sql.unsafe(
      `GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO ${OWNER_ROLE}, ${PLATFORM_ROLE}`,
    );
  });
}
