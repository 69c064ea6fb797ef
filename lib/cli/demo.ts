import { connect } from "node:net";
import { join } from "node:path";
import { AppError } from "@/lib/app-error";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { COMPANIES, DEMO_PASSWORD } from "@/lib/demo/company";
import { seedDemo } from "@/lib/demo/seed";
import { settings } from "@/lib/env";
import { prepareServer } from "./app-access";
import { ensureBuild } from "./build";
import { exitCode } from "./command";
import { type EmbeddedPostgres, embeddedPostgres } from "./embedded-postgres";
import { write } from "./output";
import { WebProcess, waitUntilReady } from "./web-process";

/*
 * `npm run demo`: from nothing to three signed-in companies. Only this process has
 * the administrator's connection; the one that serves gets the application role's.
 */

const WATCH_MS = 1_000;

async function demo(): Promise<void> {
  const { adminDatabaseUrl, dataDir, buildDir, port, rootDomain } = settings();
  const embedded = adminDatabaseUrl ? undefined : await startEmbedded(dataDir);
  const adminUrl = adminDatabaseUrl ?? embedded?.adminUrl ?? "";
  let web: WebProcess | undefined;
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll(web, embedded));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));

  try {
    write("database: roles and migrations");
    const access = await prepareServer(adminUrl, dataDir);
    actAsOperator(adminUrl);
    await seedDemo(write);
    closePools();
    await ensureBuild(buildDir, write);
    if (stopping) return;
    web = new WebProcess({ logFile: join(dataDir, "web.log"), env: webEnvironment(access) });
    await waitUntilReady(`http://127.0.0.1:${port}/api/ready`, () => web?.refused ?? true);
  } catch (error) {
    if (stopping) return;
    await stop();
    throw error;
  }
  if (embedded) watch(dataDir, Number(new URL(adminUrl).port), () => stopping !== undefined);
  announce(rootDomain);
}

async function startEmbedded(dataDir: string): Promise<EmbeddedPostgres> {
  write(`database: embedded PostgreSQL in ${dataDir}`);
  return embeddedPostgres(dataDir);
}

function webEnvironment({ databaseUrl, authSecret }: { databaseUrl: string; authSecret: string }) {
  return { DATABASE_URL: databaseUrl, AUTH_SECRET: settings().authSecret ?? authSecret, ADMIN_DATABASE_URL: undefined };
}

async function stopAll(web: WebProcess | undefined, embedded: EmbeddedPostgres | undefined): Promise<void> {
  await web?.stop();
  await embedded?.stop();
}

/** Starts the embedded server again when it dies. */
function watch(dataDir: string, port: number, stopping: () => boolean): void {
  setTimeout(async () => {
    if (!stopping() && !(await listens(port)))
      await embeddedPostgres(dataDir).catch((error: unknown) => write(String(error)));
    if (!stopping()) watch(dataDir, port, stopping);
  }, WATCH_MS);
}

function listens(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
    socket.once("connect", () => socket.destroy());
  });
}

function announce(rootDomain: string): void {
  write("");
  for (const { slug, name } of COMPANIES) {
    write(`${name.padEnd(8)}http://${slug}.${rootDomain}   owner@${slug}.example  member@${slug}.example`);
  }
  write(`password  ${DEMO_PASSWORD}`);
  write("");
  write(`ready http://${rootDomain}`);
}

demo().catch((error: unknown) => {
  const known = error instanceof AppError ? `${error.code}: ${error.detail}` : undefined;
  process.stderr.write(`${known ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exit(exitCode(error));
});
