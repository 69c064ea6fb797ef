import { eq } from "drizzle-orm";
import postgres from "postgres";
import { spinners } from "@/drizzle/tenant/schema";
import { ownServer } from "@/e2e/fixtures/own-server";
import { Connection } from "@/lib/db/connection";
import type { TenantDb } from "@/lib/db/tenant-db";
import { averages } from "@/lib/figures/averages";
import { addDays, previousRange, today } from "@/lib/figures/date-range";
import { trend } from "@/lib/figures/trend";
import { listSpinners } from "@/lib/spinners/list";
import { latestSpins } from "@/lib/spins/list";
import type { TenantScope } from "@/lib/tenancy/scope";
import { bigTenant } from "./big-tenant";
import { report, timeInTurns } from "./ratio";

const LATELY = { from: addDays(today("UTC"), -29), to: today("UTC") };
const BEFORE = previousRange(LATELY) ?? LATELY;

interface Statement {
  text: string;
  params: readonly unknown[];
}

/** What the door costs: statements through a tenant's scope, against the same statements bare, on one connection of the same driver. */
export async function door(): Promise<void> {
  const server = await ownServer();
  Object.assign(process.env, {
    TEST_ADMIN_URL: server.adminUrl,
    DATABASE_URL: server.databaseUrl,
    AUTH_SECRET: server.authSecret,
  });
  try {
    const at = await bigTenant(server.adminUrl, 10_000);
    const bare = bareClient(server.databaseUrl, at);
    const one = (db: TenantDb) =>
      db.select({ id: spinners.id, name: spinners.name }).from(spinners).where(eq(spinners.nameKey, "first"));
    const [single] = await statementsOf(() => at.read(one));
    const five = await statementsOf(() => dashboardOf(at));
    if (!single || five.length !== 5) throw new Error(`expected five statements, saw ${five.length}`);
    const send = ({ text, params }: Statement) => bare.unsafe(text, [...params] as never[], { prepare: true }).values();

    const times = await timeInTurns(
      {
        bareOne: () => send(single),
        scopeOne: () => at.read(one),
        bareFive: () => Promise.all(five.map(send)),
        scopeFive: () => dashboardOf(at),
        awaitedFive: async () => {
          for (const statement of five) await send(statement);
        },
      },
      { rounds: 1_500, warmUp: 200 },
    );
    const ms = (value: number) => `${value.toFixed(3)} ms`;
    report(
      "one query in a scope / the same bare",
      times.scopeOne / times.bareOne,
      "≤ 1.5",
      `${ms(times.scopeOne)} / ${ms(times.bareOne)}`,
    );
    report(
      "five dashboard queries in one scope / five bare in one flight",
      times.scopeFive / times.bareFive,
      "≤ 1.1",
      `${ms(times.scopeFive)} / ${ms(times.bareFive)}`,
    );
    report(
      "five in one scope / five bare, awaited one by one",
      times.scopeFive / times.awaitedFive,
      "–",
      ms(times.awaitedFive),
    );
    await bare.end();
  } finally {
    await server.remove();
  }
}

/** Five of the queries that dashboards and lists are made of, over the last 30 days. */
function dashboardOf(at: TenantScope) {
  return at.read(() =>
    Promise.all([
      averages(at, LATELY),
      averages(at, BEFORE),
      trend(at, LATELY),
      latestSpins(at, 5),
      listSpinners(at, { limit: 10 }),
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
