import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Command } from "commander";
import { AppError } from "@/lib/app-error";
import { withConfinedLogin } from "@/lib/db/confined-login";
import { operatorCluster } from "@/lib/db/operator";
import { operatorUrl } from "@/lib/db/servers";
import { childEnvironment } from "@/lib/env";
import { recordOperation } from "@/lib/operator-log/record";
import type { Tenant } from "@/lib/tenancy/tenant";
import { listTenants } from "@/lib/tenants/list";
import { asTenant } from "@/lib/tenants/row";
import { asOperator, EXIT, tenantAt } from "./command";

const HELP = `
COMMAND finds DATABASE_URL and PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD and PGOPTIONS set to a login that is
confined to the tenant and gone afterwards, and SPINNER_TENANT, SPINNER_TENANT_ID and SPINNER_SCHEMA. A COMMAND that
is "spinctl" runs as the operator's, for that tenant.

  spinctl run --tenant ibm -- psql -c 'select count(*) from spins'
  spinctl run --all -- spinctl key create --name wall`;

export function runCommand(program: Command): void {
  program
    .command("run")
    .description("run a command that knows nothing of tenants for one of them, or for each")
    .option("--tenant <slug>")
    .option("--all", "for every tenant, one after the other")
    .argument("<command...>")
    .addHelpText("after", HELP)
    .action((command: string[], { tenant, all }: { tenant?: string; all?: boolean }) =>
      asOperator(async () => {
        if ((tenant === undefined) === !all) throw new AppError("invalid", "usage", "Say --tenant SLUG, or --all.");
        const chosen = tenant === undefined ? (await listTenants()).map(asTenant) : [await tenantAt(tenant)];
        await recordOperation("run", { command: command[0] ?? "", tenants: chosen.map(({ slug }) => slug) });
        const failed = await runForEach(chosen, command, all ? "ignore" : "inherit");
        if (failed.length === 0) return;
        process.stderr.write(`failed for ${failed.join(", ")}\n`);
        process.exitCode = EXIT.failed;
      }),
    );
}

async function runForEach(tenants: Tenant[], command: string[], stdin: "ignore" | "inherit"): Promise<string[]> {
  const failed: string[] = [];
  for (const tenant of tenants) {
    if (tenants.length > 1) process.stderr.write(`== ${tenant.slug}\n`);
    const run = command[0] === "spinctl" ? runOurs : runConfined;
    if (!(await run(tenant, command, stdin))) failed.push(tenant.slug);
  }
  return failed;
}

function runOurs({ slug }: Tenant, [, ...args]: string[], stdin: "ignore" | "inherit"): Promise<boolean> {
  const env = { SPINNER_TENANT: slug, ADMIN_DATABASE_URL: operatorUrl() };
  return succeeds([process.execPath, join(import.meta.dirname, "spinctl.mjs"), ...args], env, stdin);
}

async function runConfined(tenant: Tenant, command: string[], stdin: "ignore" | "inherit"): Promise<boolean> {
  return withConfinedLogin(await operatorCluster(), tenant, ({ url, schema, options }) => {
    const env = {
      DATABASE_URL: url.href,
      PGHOST: url.hostname,
      PGPORT: url.port || "5432",
      PGDATABASE: url.pathname.slice(1),
      PGUSER: url.username,
      PGPASSWORD: url.password,
      PGOPTIONS: options,
      SPINNER_TENANT: tenant.slug,
      SPINNER_TENANT_ID: tenant.id,
      SPINNER_SCHEMA: schema,
      // What would open more than this one tenant.
      ADMIN_DATABASE_URL: undefined,
      AUTH_SECRET: undefined,
    };
    return succeeds(command, env, stdin);
  });
}

function succeeds(
  [file = "", ...args]: string[],
  env: Record<string, string | undefined>,
  stdin: "ignore" | "inherit",
): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(file, args, { env: childEnvironment(env), stdio: [stdin, "inherit", "inherit"] });
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      done(false);
    });
    child.once("exit", (code) => done(code === 0));
  });
}
