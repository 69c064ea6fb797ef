import type { Command } from "commander";
import { withConnection } from "@/lib/db/admin";
import { underLock } from "@/lib/db/advisory-lock";
import { operatorUrl } from "@/lib/db/servers";
import { rebuildRollups } from "@/lib/rollups/rebuild";
import { changeTimeZone } from "@/lib/tenants/change-time-zone";
import { asOperator, operatorAt } from "./command";
import { print } from "./output";

interface Json {
  json?: boolean;
}

const tell = (day: string) => process.stderr.write(`\r${day}`);

export function rebuildCommand(program: Command): void {
  program
    .command("rebuild-rollups")
    .description("counts a tenant's figures anew from its spins, and says what differed: there must be nothing")
    .argument("<slug>")
    .option("--json", "print JSON")
    .action((slug: string, { json }: Json) =>
      asOperator(() =>
        alone(slug, async () => {
          const { days, differences, sketches } = await rebuildRollups(await operatorAt(slug), tell);
          process.stderr.write("\r");
          if (json) return print({ slug, days, differences, sketches }, json);
          print({ slug, days, differences: differences.length, sketches }, json);
          for (const { grain, day, key, kept, counted } of differences)
            print({ grain, day, key, kept: kept?.spins, counted: counted?.spins }, json);
        }),
      ),
    );
}

export function timeZoneCommand(tenant: Command): void {
  tenant
    .command("time-zone")
    .description("where a tenant's days begin; its figures are counted anew, and are right throughout")
    .argument("<slug>")
    .argument("<zone>", "an IANA name, as Europe/Berlin")
    .option("--json", "print JSON")
    .action((slug: string, zone: string, { json }: Json) =>
      asOperator(() =>
        alone(slug, async () => {
          const timeZone = await changeTimeZone(await operatorAt(slug), zone, tell);
          process.stderr.write("\r");
          print({ slug, time_zone: timeZone }, json);
        }),
      ),
    );
}

/** One at a time for a tenant: the other hears who is at it. */
function alone(slug: string, body: () => Promise<void>): Promise<void> {
  return withConnection(operatorUrl(), async (admin) => {
    const { tenant } = await operatorAt(slug);
    const lock = { name: `spinner-tracking figures ${tenant.id}`, code: "counting", what: `Counting of ${slug}` };
    await underLock(admin, lock, body);
  });
}
