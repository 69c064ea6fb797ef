import { type Command, Option } from "commander";
import { createKey } from "@/lib/api-keys/create";
import { type KeyLine, listKeys } from "@/lib/api-keys/list";
import { revokeKey } from "@/lib/api-keys/revoke";
import type { TenantScope } from "@/lib/tenancy/scope";
import { chosenSlug } from "./chosen-slug";
import { asOperator, operatorAt } from "./command";
import { print } from "./output";

const WHOSE = "the tenant; inside of spinctl run, the one it runs for";

interface Json {
  json?: boolean;
}

export function keyCommands(program: Command): void {
  const key = program.command("key").description("keys of devices and other systems");

  key
    .command("create")
    .argument("[slug]", WHOSE)
    .requiredOption("--name <name>")
    .addOption(new Option("--scope <scope>", "what it may do").choices(["read", "write"]).default("write"))
    .option("--json", "print JSON")
    .action((slug: string | undefined, { json, ...given }: Json & { name: string; scope: string }) =>
      asOperator(async () => print(await createKey(await operatorAt(await chosenSlug(slug)), given), json)),
    );

  key
    .command("list")
    .argument("[slug]", WHOSE)
    .option("--json", "print JSON")
    .action((slug: string | undefined, { json }: Json) =>
      asOperator(async () => {
        const keys = await allKeys(await operatorAt(await chosenSlug(slug)));
        print(keys.map(line), json);
      }),
    );

  key
    .command("revoke")
    .description("end a key at once")
    .argument("<slug>", `${WHOSE}, and the id comes alone`)
    .argument("[id]", "as key list shows it")
    .option("--json", "print JSON")
    .action((first: string, second: string | undefined, { json }: Json) =>
      asOperator(async () => {
        const [slug, id] = second === undefined ? [undefined, first] : [first, second];
        await revokeKey(await operatorAt(await chosenSlug(slug)), id.toLowerCase());
        print({ id, status: "revoked" }, json);
      }),
    );
}

async function allKeys(at: TenantScope): Promise<KeyLine[]> {
  const keys: KeyLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await listKeys(at, { limit: 1_000, cursor });
    keys.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return keys;
}

function line({ id, name, scope, createdAt, lastUsedAt, revokedAt }: KeyLine) {
  return { id, name, scope, created_at: createdAt, last_used_at: lastUsedAt, revoked_at: revokedAt };
}
