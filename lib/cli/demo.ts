import { connect } from "node:net";
import { join } from "node:path";
import { AppError } from "@/lib/app-error";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { COMPANIES, DEMO_OPERATOR, DEMO_PASSWORD, SHOWCASE } from "@/lib/demo/company";
import { seedDemo } from "@/lib/demo/seed";
import { settings } from "@/lib/env";
import { type AppAccess, prepareServer } from "./app-access";
import { ensureBuild } from "./build";
import { exitCode } from "./command";
import { type EmbeddedPostgres, embeddedPostgres } from "./embedded-postgres";
import { freePort } from "./free-port";
import { write } from "./output";
import { WebProcess, waitUntilReady } from "./web-process";

/*
 * `npm run demo`: from nothing to three signed-in companies. Only this process has
 * the administrator's connection, and the operator's console that it starts; the one
 * that serves tenants gets the application role's.
 */

const WATCH_MS = 1_000;

async function demo(): Promise<void> {
  const { adminDatabaseUrl, dataDir, buildDir, port, rootDomain } = settings();
  const embedded = adminDatabaseUrl ? undefined : await startEmbedded(dataDir);
  const adminUrl = adminDatabaseUrl ?? embedded?.adminUrl ?? "";
  const web: WebProcess[] = [];
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
    const consolePort = await freePort();
    web.push(startConsole(adminUrl, access, consolePort), startServer(access, consolePort));
    for (const each of [consolePort, port])
      await waitUntilReady(`http://127.0.0.1:${each}/api/ready`, () => web.some(({ refused }) => refused));
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

/** Serves tenants, and passes on what is for the operator's console. */
function startServer({ databaseUrl, authSecret }: AppAccess, consolePort: number): WebProcess {
  const { authSecret: given, dataDir } = settings();
  const env = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: given ?? authSecret,
    ADMIN_DATABASE_URL: undefined,
    CONSOLE_URL: `http://127.0.0.1:${consolePort}`,
    SHOWCASE,
  };
  return new WebProcess({ logFile: join(dataDir, "web.log"), env });
}

/** The operator's console, for which the server of the tenants is the proxy. */
function startConsole(adminUrl: string, { authSecret }: AppAccess, port: number): WebProcess {
  const { authSecret: given, dataDir } = settings();
  const env = {
    ADMIN_DATABASE_URL: adminUrl,
    DATABASE_URL: undefined,
    AUTH_SECRET: given ?? authSecret,
    CONSOLE_PORT: String(port),
    LISTEN: "127.0.0.1",
    TRUST_PROXY: "1",
  };
  return new WebProcess({ args: ["--console"], logFile: join(dataDir, "console.log"), env });
}

async function stopAll(web: WebProcess[], embedded: EmbeddedPostgres | undefined): Promise<void> {
  await Promise.all(web.map((each) => each.stop()));
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
  write(`${"console".padEnd(8)}http://admin.${rootDomain}   ${DEMO_OPERATOR}`);
  write(`password  ${DEMO_PASSWORD}`);
  write("");
  write(`ready http://${rootDomain}`);
}

demo().catch((error: unknown) => {
  const known = error instanceof AppError ? `${error.code}: ${error.detail}` : undefined;
  process.stderr.write(`${known ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exit(exitCode(error));
});
