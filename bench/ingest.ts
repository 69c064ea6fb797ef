import { device } from "@/e2e/fixtures/ask";
import { rollupFaults } from "@/e2e/fixtures/rollup-faults";
import { createKey } from "@/lib/api-keys/create";
import { withConnection } from "@/lib/db/admin";
import { fold } from "@/lib/rollups/fold";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { BATCH, batchesOf, idsOf, type NewSpin, type Spread } from "./batches";
import { bigTenant } from "./big-tenant";
import { bareCopy, bareInsert, type Floor, makeBareTable } from "./floors";
import { report } from "./ratio";
import { served } from "./served";
import { BATCHES, inRounds, type Way, WRITERS, write } from "./ways";

/** Spins that are there already. */
const ROWS = Number(process.env.INGEST_ROWS ?? 1_000_000);
/** For how long eight writers go on in the end. */
const SOAK_SECONDS = Number(process.env.INGEST_SOAK_SECONDS ?? 10);

/** Spins a second through the verb, against a bare insert into the same table and a COPY into a bare one. */
export async function ingest(): Promise<void> {
  await served(async ({ server }) => {
    const at = await bigTenant(server.adminUrl, ROWS);
    const beside = await bigTenant(server.adminUrl, ROWS);
    const others = await inTurn(WRITERS, () => bigTenant(server.adminUrl, 1_000));
    const ids = await idsOf(beside);
    await makeBareTable(server.adminUrl);
    const bare = Array.from({ length: WRITERS }, () => bareInsert(server.databaseUrl, beside, ids));
    const copies = Array.from({ length: WRITERS }, () => bareCopy(server.adminUrl, beside, ids));
    const ways = {
      insert: floor(bare),
      verb: verbs(Array.from({ length: WRITERS }, () => at)),
      copy: floor(copies),
      many: verbs(others),
      http: await overHttp(at),
    };
    for (const spread of [1, 365] as const) {
      for (const writers of [1, WRITERS]) await compare(ways, writers, spread);
    }
    await soak(at);
    const faults = await rollupFaults(at.tenant.id);
    if (faults.length > 0) throw new Error("rollups are not what the spins add up to");
    console.log(`rollups are exact; deadlocks: ${await deadlocks(server.adminUrl)}`);
    await Promise.all([...bare, ...copies].map((each: Floor) => each.end()));
  });
}

/** Eight writers of one tenant for as long as is asked for, each of whom sends every tenth batch of another's again. */
async function soak(at: TenantScope): Promise<void> {
  const end = Date.now() + SOAK_SECONDS * 1_000;
  const sent: NewSpin[][] = [];
  const writer = async () => {
    while (Date.now() < end) {
      const again =
        sent.length > 10 && Math.random() < 0.1 ? sent[sent.length - 1 - Math.floor(Math.random() * 10)] : undefined;
      const [spins = []] = again ? [again] : batchesOf(1, 1);
      sent.push(spins);
      if (sent.length > 100) sent.shift();
      await recordSpins(at, { spins: spins.toSorted(() => Math.random() - 0.5) });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  await foldAll(at);
}

function deadlocks(adminUrl: string): Promise<number> {
  return withConnection(adminUrl, async (admin) => {
    const [row] = await admin`SELECT sum(deadlocks)::int AS deadlocks FROM pg_stat_database`;
    return Number(row?.deadlocks);
  });
}

async function compare(
  ways: Record<"insert" | "verb" | "copy" | "many" | "http", Way>,
  writers: number,
  spread: Spread,
) {
  const { insert, verb, copy, many, http } = await inRounds({
    insert: () => write(ways.insert, writers, spread),
    verb: () => write(ways.verb, writers, spread),
    copy: () => write(ways.copy, writers, spread),
    many: () => write(ways.many, writers, spread),
    http: () => write(ways.http, writers, spread),
  });
  const rate = (seconds: number) => `${Math.round((BATCHES * BATCH) / seconds).toLocaleString("en")} spins/s`;
  const who = `${writers === 1 ? "one writer" : `${writers} writers`}, ${spread === 1 ? "a day" : "a year"}`;
  const target = spread === 365 ? "–" : writers === 1 ? "≥ 0.75" : "≥ 0.7";
  report(`verb and folding / bare insert: ${who}`, insert / verb, target, `${rate(verb)} / ${rate(insert)}`);
  report(`verb and folding / COPY into a bare table: ${who}`, copy / verb, "–", `${rate(verb)} / ${rate(copy)}`);
  report(`through HTTP and folding / verb: ${who}`, verb / http, spread === 365 ? "–" : "≥ 0.5", rate(http));
  if (writers > 1) report(`${writers} tenants / one tenant: ${who}`, verb / many, "–", rate(many));
}

function floor(floors: Floor[]): Way {
  return { stores: floors.map(({ store }) => store), finish: async () => {} };
}

function verbs(scopes: TenantScope[]): Way {
  return {
    stores: scopes.map((at) => (spins) => recordSpins(at, { spins })),
    finish: () => Promise.all([...new Set(scopes)].map(foldAll)),
  };
}

/** Devices with one key, each a request after the other. */
async function overHttp(at: TenantScope): Promise<Way> {
  const client = device(at.tenant.slug, (await createKey(at, { name: "fleet" })).key);
  const store = async (spins: NewSpin[]) => {
    const { status, text } = await client.post("/spins", { spins });
    if (status !== 200) throw new Error(`answered ${status}: ${text}`);
  };
  return { stores: Array.from({ length: WRITERS }, () => store), finish: () => foldAll(at) };
}

/** Until nothing waits: whoever folds in the background may be at it just now. */
async function foldAll(at: TenantScope): Promise<void> {
  while (!(await fold(at))) await new Promise((wake) => setTimeout(wake, 2));
}

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}
