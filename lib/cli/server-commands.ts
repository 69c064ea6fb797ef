import type { Command } from "commander";
import { withConnection } from "@/lib/db/admin";
import { APP_ROLE } from "@/lib/db/role-names";
import { ensurePrimary } from "@/lib/db/roles";
import { verify } from "@/lib/db/verify/verify";
import { EXIT, withAdminUrl } from "./command";
import { print } from "./output";

export function serverCommands(program: Command): void {
  program
    .command("roles")
    .description("create or repair the roles, and print the application's DATABASE_URL")
    .option("--new-password", "give the application role a new password, and print it")
    .option("--json", "print JSON")
    .action((options: { newPassword?: boolean; json?: boolean }) =>
      withAdminUrl(async (url) => {
        const { password } = await withConnection(url, (admin) => ensurePrimary(admin, options));
        const note = password
          ? "shown once: keep it"
          : "the password stays as it was printed; --new-password makes another";
        print({ DATABASE_URL: appUrl(url, password), note }, options.json);
      }),
    );

  program
    .command("verify")
    .description("check the isolation of tenants against the live databases of every placement")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) =>
      withAdminUrl(async (url) => {
        const checks = await verify(url);
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
