import { hostname } from "node:os";
import postgres from "postgres";
import { unavailable } from "@/lib/app-error";

/** An administrator's connection: plain SQL for roles, migrations and checks. Only lib/db and lib/cli use it. */
export type Admin = postgres.Sql;
export type AdminTransaction = postgres.TransactionSql;

/** Who holds what, for others to read: PostgreSQL cuts it at 63 bytes. */
const NAME = `spinctl, process ${process.pid} on ${hostname()}`.slice(0, 63);

/** One connection to `url`; end it after use. `onclose` hears when it ends, by us or by itself. */
export function connectAsAdmin(url: string, onclose: () => void = () => {}): Admin {
  return postgres(url, {
    max: 1,
    onclose,
    // An advisory lock, or a role, would be gone with the connection that the driver would like to replace by then.
    idle_timeout: 0,
    max_lifetime: null,
    prepare: false,
    connect_timeout: 5,
    connection: { application_name: NAME, TimeZone: "UTC" },
    onnotice: () => {},
  });
}

/**
 * Runs `body` with a connection of its own to `url`. Throws 503 `unavailable` when that is lost meanwhile: the driver
 * itself may wait for ever for what a dead server owes.
 */
export async function withConnection<T>(url: string, body: (admin: Admin) => Promise<T>): Promise<T> {
  let lose = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(unavailable(new Error("the connection was lost")));
  });
  // What failed says more, where something did: it comes first.
  const admin = connectAsAdmin(url, () => setTimeout(lose, 100).unref());
  try {
    return await Promise.race([body(admin), lost]);
  } finally {
    await admin.end({ timeout: 2 });
  }
}

/** Whether a connection to `url` can be made and used. */
export async function isReachable(url: string): Promise<boolean> {
  const sql = connectAsAdmin(url);
  try {
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
