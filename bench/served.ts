import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { adopt, type OwnServer, ownServer } from "@/e2e/fixtures/own-server";
import { ensureBuild } from "@/lib/cli/build";
import { freePort } from "@/lib/cli/free-port";
import { WebProcess, waitUntilReady } from "@/lib/cli/web-process";
import { actAsOperator } from "@/lib/db/servers";
import { findPerson } from "@/lib/people/find";
import { openSession } from "@/lib/sessions/open";
import type { TenantScope } from "@/lib/tenancy/scope";

const BUILD = process.env.BUILD_DIR || ".next-bench";

/** Runs `body` beside a serving process of its own, on a server of its own. */
export async function served(body: (on: { server: OwnServer; web: WebProcess }) => Promise<void>): Promise<void> {
  await ensureBuild(BUILD, () => {}, { BENCH: "1" });
  const server = await ownServer();
  const port = await freePort();
  const root = { PORT: String(port), ROOT_DOMAIN: `localhost:${port}` };
  adopt(server);
  Object.assign(process.env, root);
  actAsOperator(server.adminUrl);
  const { databaseUrl: DATABASE_URL, authSecret: AUTH_SECRET } = server;
  const env = { ...root, BUILD_DIR: BUILD, DATABASE_URL, AUTH_SECRET, LOG_LEVEL: "warn" };
  const web = new WebProcess({ logFile: join(server.dataDir, "web.log"), env });
  try {
    await waitUntilReady(`http://127.0.0.1:${port}/api/ready`, () => web.refused);
    await body({ server, web });
  } finally {
    await web.stop();
    await server.remove();
  }
}

/** A session of the tenant's owner, in the cookie that signing in would set. */
export async function cookieOf(at: TenantScope, secret: string): Promise<string> {
  const { id } = await findPerson(at, "owner@bench.example");
  const token = { sid: await openSession(at, id), tid: at.tenant.id };
  return `spinner.session=${await encode({ token, secret, salt: "spinner.session" })}`;
}
