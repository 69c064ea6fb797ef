import postgres from "postgres";

/** An administrator's connection: plain SQL for roles, migrations and checks. Only lib/db and lib/cli use it. */
export type Admin = postgres.Sql;
export type AdminTransaction = postgres.TransactionSql;

/** One connection to `url`; end it after use. */
export function connectAsAdmin(url: string): Admin {
  return postgres(url, {
    max: 1,
    prepare: false,
    connect_timeout: 5,
    connection: { application_name: "spinctl", TimeZone: "UTC" },
    onnotice: () => {},
  });
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
