import { createServer } from "node:http";
import next from "next";
import { AppError } from "@/lib/app-error";
import { checkServingRole } from "@/lib/db/serving-role";
import { consoleSettings, SettingsError, servingSettings } from "@/lib/env";
import { hub } from "@/lib/live/hub";
import { log } from "@/lib/log";
import { sweepEveryHour } from "@/lib/moves/sweep";
import { openConsole } from "@/lib/operators/console";
import { front } from "./front";

/*
 * `npm start` and `npm run dev`: Next behind our front, on the loopback unless
 * LISTEN says otherwise. `npm run console` is the same for the operator's host
 * alone, in the one process that reaches all tenants and serves none.
 */

const DRAIN_MS = 20_000;
/** How often, while it ends, it looks for connections that have nothing to wait for any more. */
const IDLE_MS = 50;

async function serve(): Promise<void> {
  const isConsole = process.argv.includes("--console");
  const { port, settings } = isConsole ? asConsole() : await asServer();
  const dev = process.argv.includes("--dev");
  const app = next({ dev, dir: process.cwd(), hostname: "localhost", port });
  await app.prepare();

  const handle = app.getRequestHandler();
  const server = createServer(
    // How long a body may take is the front's to say: an upload may go on for as long as it moves.
    { maxHeaderSize: 32_768, headersTimeout: 30_000, requestTimeout: 0 },
    front((request, response) => void handle(request, response), { ...settings, isConsole }),
  );
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  server.listen(port, settings.listen, () => log().info({ port, console: isConsole || undefined }, "serving"));

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(server));
  // Started by the demo, whose end closes the channel: nobody else would stop us.
  process.once("disconnect", () => stop(server));
}

async function asServer() {
  const settings = servingSettings();
  await checkServingRole(settings.databaseUrl);
  return { port: settings.port, settings };
}

function asConsole() {
  const settings = consoleSettings();
  openConsole(settings.adminDatabaseUrl);
  sweepEveryHour();
  return { port: settings.consolePort, settings };
}

/** The port closes first; requests in flight finish, for a while, and streams, which would not, end now. */
function stop(server: ReturnType<typeof createServer>): void {
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
  server.close(() => process.exit(0));
  hub().close();
  setInterval(() => server.closeIdleConnections(), IDLE_MS).unref();
}

serve().catch((error: unknown) => {
  if (error instanceof SettingsError || error instanceof AppError) process.stderr.write(`${error.message}\n`);
  else log().error({ err: error }, "the server did not start");
  process.exit(1);
});
