import { type Command, InvalidArgumentError } from "commander";
import type { Tenant } from "@/lib/tenancy/tenant";
import { changeTenant } from "@/lib/tenants/change";
import { renameTenant } from "@/lib/tenants/rename";
import { asOperator, tenantAt } from "./command";
import { print } from "./output";

interface Json {
  json?: boolean;
}

interface LimitOptions extends Json {
  connections?: number | null;
  statementTimeout?: number | null;
  plan?: string;
}

export function tenantChanges(tenant: Command): void {
  tenant
    .command("rename")
    .argument("<slug>")
    .argument("<new>", "its new address; the old one leads there for 90 days")
    .option("--json", "print JSON")
    .action((slug: string, to: string, { json }: Json) =>
      asOperator(async () => print({ slug: await renameTenant(await tenantAt(slug), to), before: slug }, json)),
    );

  for (const [name, status] of [
    ["suspend", "suspended"],
    ["resume", "active"],
  ] as const) {
    tenant
      .command(name)
      .argument("<slug>")
      .option("--json", "print JSON")
      .action((slug: string, { json }: Json) =>
        asOperator(async () => {
          await changeTenant(await tenantAt(slug), { status });
          print({ slug, status }, json);
        }),
      );
  }

  tenant
    .command("limit")
    .description("limits of a tenant's own; without one, those of all")
    .argument("<slug>")
    .option("--connections <n>", "connections of one serving process, 1 to 50, or none", limit)
    .option("--statement-timeout <ms>", "after which a statement is cut off, 100 to 20000, or none", limit)
    .option("--plan <name>", "how many API requests: standard, large, or another of the catalog's")
    .option("--json", "print JSON")
    .action((slug: string, { json, statementTimeout: statementTimeoutMs, ...others }: LimitOptions) =>
      asOperator(async () => {
        await changeTenant(await tenantAt(slug), { ...others, statementTimeoutMs });
        print({ slug, ...limitLines(await tenantAt(slug)) }, json);
      }),
    );
}

/** A tenant's limits, as the command line shows them. */
export function limitLines({ limits, plan }: Tenant) {
  return {
    connections: limits.connections ?? null,
    statement_timeout_ms: limits.statementTimeoutMs ?? null,
    plan: plan.name,
    requests_per_minute: plan.tenant.perMinute,
    burst: plan.tenant.burst,
    key_requests_per_minute: plan.key.perMinute,
    key_burst: plan.key.burst,
  };
}

/** Null for `none`: back to what everybody has. */
function limit(given: string): number | null {
  if (given === "none") return null;
  if (!/^\d{1,6}$/.test(given)) throw new InvalidArgumentError("It must be a whole number, or none.");
  return Number(given);
}
