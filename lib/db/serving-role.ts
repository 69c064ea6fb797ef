import { AppError } from "@/lib/app-error";
import { connectAsAdmin } from "./admin";
import { APP_ROLE } from "./role-names";

/** Throws 403 `role_too_strong` for a connection that could see past row security, whose `detail` says what to use. */
export async function checkServingRole(url: string): Promise<void> {
  const sql = connectAsAdmin(url);
  try {
    const [me] = await sql`
      SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
        OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid)
        OR EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid) AS strong, rolname AS name
      FROM pg_roles r WHERE rolname = current_user`;
    if (!me?.strong) return;
    throw new AppError(
      "forbidden",
      "role_too_strong",
      `DATABASE_URL is that of "${me.name}", which is a superuser, owns tables, bypasses row security or may become ` +
        `another role. Serve with the role ${APP_ROLE}: "npx spinctl roles" creates it and prints its address.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
