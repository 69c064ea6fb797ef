import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { childEnvironment } from "@/lib/env";

export interface WebOptions {
  /** What it serves: tenants, or the operator's console. */
  args?: string[];
  env: Record<string, string | undefined>;
  logFile: string;
}

const RESTART_MS = 500;

/** As in `npm start`: of a larger heap V8 lets several times as much become garbage as is in use, before it looks. */
const HEAP = ["--max-old-space-size=1024"];

/** The serving process, started again when it dies. It ends by itself when we do: its channel to us closes. */
export class WebProcess {
  #child: ChildProcess;
  #stopping = false;

  constructor(private readonly options: WebOptions) {
    this.#child = this.#spawn();
  }

  /** Lets it finish its requests and waits for its end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((wake) => this.#child.once("exit", wake));
    this.#child.kill("SIGTERM");
    await ended;
  }

  /** Whether it has ended and will not be started again by itself: a wrong setting is not healed by trying again. */
  get refused(): boolean {
    return this.#child.exitCode === 1;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  #spawn(): ChildProcess {
    const log = openSync(this.options.logFile, "a", 0o600);
    const child = spawn(
      process.execPath,
      [...HEAP, "--import", "tsx", "lib/http/serve.ts", ...(this.options.args ?? [])],
      {
        env: childEnvironment({ ...this.options.env, NODE_ENV: "production" }),
        stdio: ["ignore", log, log, "ipc"],
      },
    );
    child.once("exit", (code) => {
      if (!this.#stopping && code !== 1) setTimeout(() => this.#restart(), RESTART_MS);
    });
    return child;
  }

  #restart(): void {
    if (!this.#stopping) this.#child = this.#spawn();
  }
}

/** Waits until `url` answers 200. Throws after `patienceMs`, or when `gaveUp` says so. */
export async function waitUntilReady(url: string, gaveUp: () => boolean, patienceMs = 60_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await answers(url))) {
    if (gaveUp() || Date.now() > end) throw new Error("the server does not come up; its log says why");
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
