import postgres from "postgres";
import { adopt, ownServer } from "@/e2e/fixtures/own-server";
import { Connection } from "@/lib/db/connection";
import type { TenantDb } from "@/lib/db/tenant-db";
import { addDays, previousRange, today } from "@/lib/figures/date-range";
import { rolledUp } from "@/lib/figures/rolled";
import type { TenantScope } from "@/lib/tenancy/scope";
import { bigTenant } from "./big-tenant";
import { BOARD, DAYS, LATEST, ONE, SUMS } from "./door-statements";
import { report, timeInTurns } from "./ratio";

/** A serving process is warm: its compiler has seen these paths thousands of times. */
const ROUNDS = { rounds: 2_000, warmUp: 2_000 };
const LATELY = { from: addDays(today("UTC"), -29), to: today("UTC") };
const BEFORE = previousRange(LATELY) ?? LATELY;

interface Statement {
  text: string;
  params: readonly unknown[];
}

/** What the door costs: statements through a tenant's scope, against the same statements bare, on one connection of the same driver. */
export async function door(): Promise<void> {
  const server = await ownServer();
  adopt(server);
  try {
    const at = await bigTenant(server.adminUrl, 10_000);
    const bare = bareClient(server.databaseUrl, at);
    const one = (db: TenantDb) => db.run(ONE, { nameKey: "first" });
    const [first] = await statementsOf(() => at.read(one));
    const five = await statementsOf(() => dashboardOf(at));
    if (!first || five.length !== 5) throw new Error(`expected five statements, saw ${five.length}`);
    const send = ({ text, params }: Statement) => bare.unsafe(text, [...params] as never[], { prepare: true }).values();

    const single = await timeInTurns({ bare: () => send(first), scope: () => at.read(one) }, ROUNDS);
    const many = await timeInTurns({ bare: () => Promise.all(five.map(send)), scope: () => dashboardOf(at) }, ROUNDS);
    const ms = ({ bare, scope }: { bare: number; scope: number }) => `${scope.toFixed(3)} / ${bare.toFixed(3)} ms`;
    report("one query in a scope / the same bare", single.scope / single.bare, "≤ 1.5", ms(single));
    report("five dashboard queries in a scope / five bare", many.scope / many.bare, "≤ 1.1", ms(many));
    await bare.end();
  } finally {
    await server.remove();
  }
}

/** Five of the queries that dashboards are made of. */
function dashboardOf(at: TenantScope) {
  return at.read((db) =>
    Promise.all([
      db.run(SUMS, rolledUp(LATELY, "tenant")),
      db.run(SUMS, rolledUp(BEFORE, "tenant")),
      db.run(BOARD, rolledUp(LATELY, "spinner")),
      db.run(DAYS, rolledUp(LATELY, "tenant")),
      db.run(LATEST, { from: LATELY.from }),
    ]),
  );
}

/** What `run` sends, but for what opens and ends a transaction. */
async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const { send } = Connection.prototype;
  Connection.prototype.send = function record(text, params = []) {
    if (!/^(BEGIN|SET|COMMIT)/.test(text)) seen.push({ text, params });
    return send.call(this, text, params);
  };
  await run();
  Connection.prototype.send = send;
  return seen;
}

/** One connection of postgres.js as it is, with the tenant set for good. */
function bareClient(url: string, at: TenantScope): postgres.Sql {
  const connection = { search_path: "shared", "app.tenant_id": at.tenant.id };
  return postgres(url, { max: 1, fetch_types: false, connection });
}
