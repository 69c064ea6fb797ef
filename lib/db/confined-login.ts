import { randomBytes } from "node:crypto";
import type { Tenant } from "@/lib/tenancy/tenant";
import { type Admin, withConnection } from "./admin";
import { adminUrlOf, type Cluster } from "./cluster";
import { APP_ROLE } from "./role-names";

/** A login for one command, and what it opens with. */
export interface ConfinedLogin {
  url: URL;
  schema: string;
  /** Settings that libpq sends when it connects. */
  options: string;
}

const PREFIX = "spinner_run_";

/**
 * Runs `body` with a login of its own to a tenant's placement: it may what the role that serves there may, has the
 * tenant and the schema set, and is gone afterwards. A login that a killed run left behind is of no use after a day,
 * and goes with the next run.
 */
export async function withConfinedLogin<T>(
  cluster: Cluster,
  tenant: Tenant,
  body: (login: ConfinedLogin) => Promise<T>,
) {
  const { placement } = tenant;
  const name = `${PREFIX}${randomBytes(8).toString("hex")}`;
  const password = randomBytes(24).toString("hex");
  return withConnection(adminUrlOf(cluster, placement), async (admin) => {
    await dropStale(admin);
    await makeLogin(admin, { name, password, role: placement.database ?? APP_ROLE });
    const settings = { search_path: placement.schema, "app.tenant_id": tenant.id };
    await openWith(admin, name, settings);
    try {
      const options = Object.entries(settings)
        .map(([key, value]) => `-c ${key}=${value}`)
        .join(" ");
      const url = new URL(adminUrlOf(cluster, placement));
      Object.assign(url, { username: name, password });
      // Not by searchParams: libpq takes a plus sign for one.
      url.search = `?options=${encodeURIComponent(options)}`;
      return await body({ url, schema: placement.schema, options });
    } finally {
      await admin.unsafe(`DROP ROLE IF EXISTS ${name}`);
    }
  });
}

async function makeLogin(admin: Admin, { name, password, role }: { name: string; password: string; role: string }) {
  const [row] = await admin`SELECT (now() + interval '1 day')::text AS until`;
  await admin.unsafe(
    `CREATE ROLE ${name} LOGIN INHERIT IN ROLE "${role}" PASSWORD '${password}' VALID UNTIL '${row?.until}'`,
  );
}

/** Also for clients that drop what the address says. Only a superuser may set what it does not know. */
async function openWith(admin: Admin, name: string, settings: Record<string, string>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    await admin.unsafe(`ALTER ROLE ${name} SET ${key} = '${value}'`).catch(() => {});
  }
}

async function dropStale(admin: Admin): Promise<void> {
  const stale =
    await admin`SELECT rolname FROM pg_roles WHERE starts_with(rolname, ${PREFIX}) AND rolvaliduntil < now()`;
  for (const { rolname } of stale) await admin.unsafe(`DROP ROLE IF EXISTS ${rolname}`);
}
