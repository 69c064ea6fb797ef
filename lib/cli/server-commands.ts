import type { Command } from "commander";
import { connectAsAdmin } from "@/lib/db/admin";
import { migrate } from "@/lib/db/migrate";
import { APP_ROLE } from "@/lib/db/role-names";
import { ensureRoles } from "@/lib/db/roles";
import { verify } from "@/lib/db/verify/verify";
import { EXIT, withAdmin, withAdminUrl } from "./command";
import { print } from "./output";

export function serverCommands(program: Command): void {
  program
    .command("roles")
    .description("create or repair the roles, and print the application's DATABASE_URL")
    .option("--new-password", "give the application role a new password, and print it")
    .option("--json", "print JSON")
    .action((options: { newPassword?: boolean; json?: boolean }) =>
      withAdminUrl(async (url) => {
        const admin = connectAsAdmin(url);
        const { password } = await ensureRoles(admin, options).finally(() => admin.end({ timeout: 2 }));
        const note = password
          ? "shown once: keep it"
          : "the password stays as it was printed; --new-password makes another";
        print({ DATABASE_URL: appUrl(url, password), note }, options.json);
      }),
    );

  program
    .command("migrate")
    .description("bring the catalog and every placement up to date")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => withAdmin(async (admin) => print(await migrate(admin), json)));

  program
    .command("verify")
    .description("check the isolation of tenants against the live database")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) =>
      withAdmin(async (admin) => {
        const checks = await verify(admin);
        print(
          json ? checks : checks.map(({ check, faults }) => ({ check, result: faults.length === 0 ? "ok" : faults })),
          json,
        );
        if (checks.some(({ faults }) => faults.length > 0)) process.exitCode = EXIT.failed;
      }),
    );
}

/** The application role's address on the administrator's server; without a password where it is not known. */
export function appUrl(adminUrl: string, password: string | undefined): string {
  const url = new URL(adminUrl);
  url.username = APP_ROLE;
  url.password = password ?? "";
  return url.href;
}
