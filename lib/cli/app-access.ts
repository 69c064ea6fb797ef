import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isReachable, withConnection } from "@/lib/db/admin";
import { migrate, mustAllBeMigrated } from "@/lib/db/migrate";
import { ensurePrimary } from "@/lib/db/roles";
import { appUrl } from "./server-commands";

const Access = z.object({ authSecret: z.string(), databaseUrl: z.string() });

export type AppAccess = z.infer<typeof Access>;

/**
 * Roles and migrations on an administrator's server, and what a serving process needs to work there. Kept in the
 * data directory, so that a second start changes no password.
 */
export async function prepareServer(adminUrl: string, dataDir: string): Promise<AppAccess> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "app-access.json");
  const known = existsSync(file) ? Access.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  const access = await withConnection(adminUrl, async (admin) => {
    const { password } = await ensurePrimary(admin);
    const works =
      !password &&
      known !== undefined &&
      samePlace(known.databaseUrl, adminUrl) &&
      (await isReachable(known.databaseUrl));
    const fresh = works ? undefined : (password ?? (await ensurePrimary(admin, { newPassword: true })).password);
    return {
      authSecret: known?.authSecret ?? randomBytes(33).toString("base64"),
      databaseUrl: works ? known.databaseUrl : appUrl(adminUrl, fresh),
    };
  });
  mustAllBeMigrated(await migrate(adminUrl));
  writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
  return access;
}

function samePlace(one: string, other: string): boolean {
  return new URL(one).host === new URL(other).host && new URL(one).pathname === new URL(other).pathname;
}
