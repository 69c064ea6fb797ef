import { type Command, Option } from "commander";
import { ARCHITECTURES } from "@/lib/tenancy/placement";
import { createTenant } from "@/lib/tenants/create";
import { listTenants } from "@/lib/tenants/list";
import { asTenant, type TenantRow } from "@/lib/tenants/row";
import { asOperator, tenantAt } from "./command";
import { timeZoneCommand } from "./figures-commands";
import { moveCommand } from "./move-command";
import { print } from "./output";
import { limitLines, tenantChanges } from "./tenant-changes";

interface CreateOptions {
  name: string;
  placement: (typeof ARCHITECTURES)[number];
  server: string;
  timeZone: string;
  json?: boolean;
}

export function tenantCommands(program: Command): void {
  const tenant = program.command("tenant").description("customer companies");

  tenant
    .command("create")
    .argument("<slug>", "its address: SLUG.<root domain>")
    .requiredOption("--name <name>", "what it is called")
    .addOption(new Option("--placement <placement>", "where its rows live").choices(ARCHITECTURES).default("shared"))
    .option("--server <name>", "on which server", "primary")
    .option("--time-zone <zone>", "where its days begin, an IANA name", "UTC")
    .option("--json", "print JSON")
    .action((slug: string, { json, ...options }: CreateOptions) =>
      asOperator(async () => {
        const created = await createTenant({ slug, ...options });
        print({ id: created.id, slug: created.slug, name: created.name, placement: options.placement }, json);
      }),
    );

  tenant
    .command("list")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => asOperator(async () => print((await listTenants()).map(line), json)));

  tenant
    .command("show")
    .argument("<slug>")
    .option("--json", "print JSON")
    .action((slug: string, { json }: { json?: boolean }) =>
      asOperator(async () => {
        const { id } = await tenantAt(slug);
        const [row] = (await listTenants()).filter((each) => each.id === id);
        if (row)
          print({ ...line(row), timeZone: row.timeZone, createdAt: row.createdAt, ...limitLines(asTenant(row)) }, json);
      }),
    );

  moveCommand(tenant);
  tenantChanges(tenant);
  timeZoneCommand(tenant);
}

function line({ id, slug, name, status, placement, server }: TenantRow) {
  return { slug, name, status, placement, server, id };
}
