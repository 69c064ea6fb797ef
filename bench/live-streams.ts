import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApiTenant, apiTenant, spin } from "@/e2e/fixtures/api-tenant";
import { type Heard, openStream } from "@/e2e/fixtures/streams";
import { createKey } from "@/lib/api-keys/create";
import { withConnection } from "@/lib/db/admin";
import { newId } from "@/lib/new-id";
import { report } from "./ratio";
import { served } from "./served";

const TENANTS = 10;
const STREAMS = 1_000;
const OF_A_KEY = 50;
const SPINS_PER_SECOND = 200;
/** Devices of one tenant, and the spins that each sends at once: a request of Next's takes more than all else here. */
const DEVICES = 4;
const BATCH = Number(process.env.LIVE_BATCH ?? 4);
const SECONDS = 20;

/** What was sent and what was heard of it. */
interface Ledger {
  /** By a spin's id: whose it is, when it was sent, and how many streams have heard of it. */
  spins: Map<string, { slug: string; sentAt: number; heard: number }>;
  /** From sending a spin until a stream hears of it. */
  delaysMs: number[];
  /** Spins that were heard of at another tenant. */
  strays: number;
  refused: number;
}

/** A thousand open streams in ten tenants, each of which gets twenty spins a second. */
export async function streaming(): Promise<void> {
  await served(async ({ server, web }) => {
    const tenants = await Promise.all(Array.from({ length: TENANTS }, () => apiTenant()));
    await withConnection(server.adminUrl, (admin) => admin`UPDATE catalog.tenants SET plan = 'large'`);
    for (const { writer } of tenants) await writer.post("/spins", { spins: [spin()] });
    const memory = () => memoryOf(web.pid);
    const before = memory();
    const ledger: Ledger = { spins: new Map(), delaysMs: [], strays: 0, refused: 0 };
    const opening = performance.now();
    for (const tenant of tenants) await openAll(tenant, ledger);
    const openedMs = performance.now() - opening;
    await sleep(3_000);
    const idle = memory();
    const writing = performance.now();
    const worked = processorOf(web.pid);
    const devices = tenants.flatMap((tenant) => Array.from({ length: DEVICES }, () => tenant));
    await Promise.all(devices.map((tenant, index) => writeTo(tenant, index / devices.length, ledger)));
    const seconds = (performance.now() - writing) / 1_000;
    const [rate, share] = [ledger.spins.size / seconds, (processorOf(web.pid) - worked) / seconds];
    console.log(
      `${rate.toFixed(0)} spins/s in ${TENANTS} tenants; the web process took ${share.toFixed(2)} of a processor`,
    );
    await sleep(3_000);
    const loaded = memory();
    tell(ledger);
    console.log(`streams opened in ${Math.round(openedMs)} ms; memory of the web process: ${before} MB before,`);
    console.log(`${idle} MB with ${STREAMS} idle streams, ${loaded} MB after ${SECONDS} s of load`);
    const stopping = performance.now();
    await web.stop();
    console.log(`SIGTERM with ${STREAMS} open streams: ended after ${Math.round(performance.now() - stopping)} ms`);
  });
}

async function openAll({ at, slug }: ApiTenant, ledger: Ledger): Promise<void> {
  const take = ({ data }: Heard) => {
    for (const { id } of data.spins ?? []) note(ledger, id, slug);
  };
  for (let opened = 0; opened < STREAMS / TENANTS; opened += OF_A_KEY) {
    const { key } = await createKey(at, { name: newId(), scope: "read" });
    const open = () => openStream(slug, { Authorization: `Bearer ${key}` }, take);
    const streams = await Promise.all(Array.from({ length: OF_A_KEY }, open));
    if (streams.some(({ status }) => status !== 200)) throw new Error("a stream was refused");
  }
}

function note(ledger: Ledger, id: string, slug: string): void {
  const known = ledger.spins.get(id);
  if (!known) return;
  if (known.slug !== slug) ledger.strays++;
  known.heard++;
  ledger.delaysMs.push(performance.now() - known.sentAt);
}

/** Sends one device's share of the spins at a steady pace, `phase` of a pause later than the first; piles nothing up. */
async function writeTo({ slug, writer }: ApiTenant, phase: number, ledger: Ledger): Promise<void> {
  const perSecond = SPINS_PER_SECOND / (TENANTS * DEVICES * BATCH);
  const [count, everyMs] = [Math.round(perSecond * SECONDS), 1_000 / perSecond];
  const started = performance.now() + phase * everyMs;
  for (let sent = 0; sent < count; sent++) {
    await sleep(Math.max(0, started + sent * everyMs - performance.now()));
    const ids = Array.from({ length: BATCH }, newId);
    for (const id of ids) ledger.spins.set(id, { slug, sentAt: performance.now(), heard: 0 });
    const { status } = await writer.post("/spins", { spins: ids.map((id) => spin({ id })) });
    if (status !== 200) ledger.refused++;
  }
}

function tell({ spins, delaysMs, strays, refused }: Ledger): void {
  const sorted = delaysMs.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const expected = spins.size * (STREAMS / TENANTS);
  const whole = [...spins.values()].filter(({ heard }) => heard === STREAMS / TENANTS).length;
  report(
    "spins heard of by every stream of their tenant, once",
    whole / spins.size,
    "1.00",
    `${whole} of ${spins.size}`,
  );
  report("deliveries within 2 s", sorted.filter((ms) => ms <= 2_000).length / expected, "1.00", `of ${expected}`);
  console.log(`from sending to hearing: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
  console.log(`heard of at another tenant: ${strays}; requests refused: ${refused}`);
}

function memoryOf(pid = 0): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kb) / 1_024);
}

/** Seconds of a processor that a process has used, itself and for the kernel's work. */
function processorOf(pid = 0): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
