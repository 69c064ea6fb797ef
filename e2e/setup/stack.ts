import { join } from "node:path";
import { freePort } from "@/lib/cli/free-port";
import { WebProcess, waitUntilReady } from "@/lib/cli/web-process";
import { actAsOperator, closePools } from "@/lib/db/servers";
import { SHOWCASE } from "@/lib/demo/company";
import { seedDemo } from "@/lib/demo/seed";
import setUpBuild, { TEST_BUILD } from "./build";
import setUpDatabase from "./database";

/** The whole product for browser tests: a database, the demo's companies, a production build, a server on a free port, a console. */
export default async function setUp(): Promise<() => Promise<void>> {
  const takeDown = await setUpDatabase();
  try {
    actAsOperator(process.env.TEST_ADMIN_URL ?? "");
    await seedDemo(() => {});
    closePools();
    await setUpBuild();
    const port = await freePort();
    Object.assign(process.env, { PORT: String(port), ROOT_DOMAIN: `localhost:${port}`, BUILD_DIR: TEST_BUILD });
    const logFile = join(process.env.DATA_DIR ?? "", "web.log");
    Object.assign(process.env, { WEB_LOG: logFile });
    const consolePort = await freePort();
    const adminUrl = process.env.TEST_ADMIN_URL;
    const both = { LOG_LEVEL: "info", TEST_ADMIN_URL: undefined };
    const forConsole = { ADMIN_DATABASE_URL: adminUrl, CONSOLE_PORT: String(consolePort), TRUST_PROXY: "1" };
    const web = [
      new WebProcess({ logFile, env: { ...both, SHOWCASE, CONSOLE_URL: `http://127.0.0.1:${consolePort}` } }),
      new WebProcess({ args: ["--console"], logFile: `${logFile}.console`, env: { ...both, ...forConsole } }),
    ];
    for (const each of [port, consolePort])
      await waitUntilReady(`http://127.0.0.1:${each}/api/ready`, () => web.some(({ refused }) => refused));
    return async () => {
      await Promise.all(web.map((each) => each.stop()));
      await takeDown();
    };
  } catch (error) {
    await takeDown();
    throw error;
  }
}
