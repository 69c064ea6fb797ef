import { createServer } from "node:http";
import next from "next";
import { AppError } from "@/lib/app-error";
import { checkServingRole } from "@/lib/db/serving-role";
import { SettingsError, servingSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { front } from "./front";

/*
 * `npm start` and `npm run dev`: Next behind our front, on the loopback unless
 * LISTEN says otherwise.
 */

const DRAIN_MS = 20_000;

async function serve(): Promise<void> {
  const settings = servingSettings();
  await checkServingRole(settings.databaseUrl);
  const dev = process.argv.includes("--dev");
  const app = next({ dev, dir: process.cwd(), hostname: "localhost", port: settings.port });
  await app.prepare();

  const handle = app.getRequestHandler();
  const server = createServer(
    { maxHeaderSize: 32_768, requestTimeout: 30_000 },
    front((request, response) => void handle(request, response), settings),
  );
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  server.listen(settings.port, settings.listen, () => log().info({ port: settings.port }, "serving"));

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(server));
  // Started by the demo, whose end closes the channel: nobody else would stop us.
  process.once("disconnect", () => stop(server));
}

/** The port closes first; requests in flight finish, for a while. */
function stop(server: ReturnType<typeof createServer>): void {
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
}

serve().catch((error: unknown) => {
  if (error instanceof SettingsError || error instanceof AppError) process.stderr.write(`${error.message}\n`);
  else log().error({ err: error }, "the server did not start");
  process.exit(1);
});
