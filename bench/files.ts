import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { ask, hostOf } from "@/e2e/fixtures/ask";
import { sendForm } from "@/e2e/fixtures/form";
import { csvLine } from "@/lib/csv/line";
import type { TenantScope } from "@/lib/tenancy/scope";
import { bigTenant } from "./big-tenant";
import { median, report } from "./ratio";
import { cookieOf, served } from "./served";

const ROWS = Number(process.env.FILES_ROWS || 1_000_000);
const QUIET_MS = 10_000;
const WARM_UP_S = 30;

/** A CSV file of a million rows in and out of one tenant, seen from another, and in the memory of the process. */
export async function files(): Promise<void> {
  await served(async ({ server, web }) => {
    const busy = await bigTenant(server.adminUrl, 1);
    const calm = await bigTenant(server.adminUrl, 10_000);
    const path = join(server.dataDir, "spins.csv");
    await writeFile(path);
    const [ours, theirs] = [await cookieOf(busy, server.authSecret), await cookieOf(calm, server.authSecret)];
    const host = hostOf(busy.tenant.slug);
    await warmUp(calm, theirs);
    const inQuiet = () => whileRunning(calm, theirs, web, () => sleep(QUIET_MS));
    const first = await inQuiet();

    let page = "";
    const uploadAndCheck = async () => {
      page = await upload(host, path, ours);
      await until(host, page, ours, /Import [\d,]+ rows/);
    };
    const phases: [string, () => Promise<unknown>][] = [
      ["upload and check", uploadAndCheck],
      ["store", () => store(host, page, ours)],
      ["export", () => download(host, ours)],
    ];
    console.log(
      `${ROWS} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB; dashboard in quiet ${first.ms.toFixed(1)} ms`,
    );
    let [growth, before] = [0, first];
    for (const [name, run] of phases) {
      const seen = await whileRunning(calm, theirs, web, run);
      const after = await inQuiet();
      // What else the machine does changes in minutes: a phase is held against what was just before and after it.
      const quiet = (before.ms + after.ms) / 2;
      growth = Math.max(growth, seen.peak - first.peak);
      before = after;
      const rate = `${(seen.peak / 1e6).toFixed(0)} MB, ${((ROWS / seen.took) * 1_000).toFixed(0)} rows/s, ${(seen.took / 1_000).toFixed(1)} s`;
      report(`another tenant's dashboard during ${name} / in quiet`, seen.ms / quiet, "≤ 1.5", rate);
    }
    report("growth of the process in MB", growth / 1e6, "≤ 100", `from ${(first.peak / 1e6).toFixed(0)} MB`);
  });
}

/** Until compiler and garbage collector are as they are in a process that has served for a while. */
async function warmUp(at: TenantScope, cookie: string): Promise<void> {
  const headers = { host: hostOf(at.tenant.slug), cookie };
  await autocannon({ url: `http://127.0.0.1:${process.env.PORT}/`, headers, connections: 4, duration: WARM_UP_S });
}

interface Seen {
  /** Median time of the dashboard. */
  ms: number;
  /** The most memory that the process had, in bytes. */
  peak: number;
  took: number;
}

/** Looks at a tenant's dashboard again and again for as long as `run` takes. */
async function whileRunning(
  at: TenantScope,
  cookie: string,
  web: { pid: number | undefined },
  run: () => Promise<unknown>,
) {
  const times: number[] = [];
  const seen: Seen = { ms: 0, peak: 0, took: 0 };
  const started = performance.now();
  let over = false;
  const running = run().finally(() => (over = true));
  running.catch(() => {});
  while (!over) {
    const asked = performance.now();
    const { status } = await ask(hostOf(at.tenant.slug), "/", { headers: { Cookie: cookie } });
    if (status !== 200) throw new Error(`the dashboard answered ${status}`);
    times.push(performance.now() - asked);
    seen.peak = Math.max(seen.peak, memoryOf(web.pid));
    await sleep(20);
  }
  await running;
  return { ...seen, ms: median(times), took: performance.now() - started };
}

function memoryOf(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1_024;
}

async function writeFile(path: string): Promise<void> {
  function* lines() {
    yield csvLine(["spun_at", "spinner", "person", "duration_ms"]);
    const start = Date.now() - 364 * 86_400_000;
    for (let row = 0; row < ROWS; row++) {
      const time = new Date(start + Math.floor((row / ROWS) * 363 * 86_400_000)).toISOString();
      const spinner = `Spinner ${2 + (row % 49)}`;
      yield csvLine([time, spinner, `p${2 + (row % 199)}@bench.example`, String(1_000 + ((row * 7_919) % 300_000))]);
    }
  }
  await pipeline(lines(), createWriteStream(path));
}

/** Returns the path of the import. */
function upload(host: string, path: string, cookie: string): Promise<string> {
  const boundary = "a-boundary-of-a-bench";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="spins.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  return new Promise((resolve, reject) => {
    const headers = {
      Host: host,
      Cookie: cookie,
      Origin: `http://${host}`,
      "Content-Type": `multipart/form-data; boundary=${boundary}`,
      "Content-Length": head.length + statSync(path).size + tail.length,
    };
    const sent = request({ host: "127.0.0.1", port: process.env.PORT, method: "POST", path: "/spins/import", headers });
    sent.on("error", reject);
    sent.on("response", ({ statusCode, headers: { location } }) => {
      if (statusCode === 303 && location) resolve(new URL(location, `http://${host}`).pathname);
      else reject(new Error(`the upload was answered with ${statusCode}`));
    });
    sent.write(head);
    const file = createReadStream(path);
    file.pipe(sent, { end: false });
    file.on("end", () => sent.end(tail));
  });
}

async function store(host: string, page: string, cookie: string): Promise<void> {
  const { status } = await sendForm(host, page, {
    fields: { id: page.split("/").at(-1) ?? "" },
    headers: { Cookie: cookie },
  });
  if (status !== 303) throw new Error(`the button answered ${status}`);
  await until(host, page, cookie, /spins were stored/);
}

async function until(host: string, page: string, cookie: string, what: RegExp): Promise<void> {
  for (;;) {
    const { status, text } = await ask(host, page, { headers: { Cookie: cookie } });
    if (what.test(text)) return;
    if (status !== 200 || /role="alert"/.test(text))
      throw new Error(`${status}: ${text.replace(/<[^>]+>/g, " ").slice(0, 500)}`);
    await sleep(1_000);
  }
}

async function download(host: string, cookie: string): Promise<void> {
  const lines = await new Promise<number>((resolve, reject) => {
    const headers = { Host: host, Cookie: cookie };
    const sent = request({ host: "127.0.0.1", port: process.env.PORT, path: "/spins/export", headers }, (response) => {
      let count = 0;
      response.on("data", (chunk: Buffer) => {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
      });
      response.on("error", reject);
      response.on("end", () => resolve(count));
    });
    sent.on("error", reject);
    sent.end();
  });
  if (lines !== ROWS + 2) throw new Error(`the export has ${lines} lines`);
}
