import { z } from "zod";
import { servers } from "@/drizzle/catalog/schema";
import { AppError } from "@/lib/app-error";
import { type Admin, withConnection } from "@/lib/db/admin";
import { writeCatalog } from "@/lib/db/catalog";
import { ensureRoles } from "@/lib/db/roles";
import { PRIMARY } from "@/lib/tenancy/placement";
import { validate } from "@/lib/validate";
import { addressOf, type Server } from "./list";

const OLDEST = 15;

const AddServer = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "must be 1 to 40 of a–z, 0–9 and hyphens")
    .refine((name) => name !== PRIMARY, "is the server of the catalog, which needs no adding"),
  url: z
    .string()
    .refine(
      (url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol),
      "must be a postgres:// address",
    ),
});

/**
 * Makes a server known, with the roles that databases there need; a name that is known gets the new address.
 * The address holds an administrator's password: the catalog keeps it from every serving process.
 * Throws 422 `invalid`, `server_unreachable`, `server_too_old` or `admin_too_weak`.
 */
export async function addServer(input: z.input<typeof AddServer>): Promise<Server> {
  const { name, url } = validate(AddServer, input);
  await withConnection(url, async (admin) => {
    await checkVersion(admin);
    await ensureRoles(admin);
  });
  await writeCatalog((db) =>
    db.insert(servers).values({ name, url }).onConflictDoUpdate({ target: servers.name, set: { url } }),
  );
  return { name, address: addressOf(url) };
}

async function checkVersion(admin: Admin): Promise<void> {
  const rows = await admin`SELECT current_setting('server_version_num')::int / 10000 AS major`.catch(() => undefined);
  if (!rows)
    throw new AppError("invalid", "server_unreachable", "Nothing answers at that address, or not to that password.");
  const major = Number(rows[0]?.major);
  if (major < OLDEST)
    throw new AppError("invalid", "server_too_old", `PostgreSQL ${OLDEST} or newer is needed, not ${major}.`);
}
