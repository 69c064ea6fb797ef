import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "@/lib/env";

const SOURCES = ["app", "lib", "drizzle"];
const SINGLE = [
  "middleware.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];

/** Makes a production build in `buildDir`, unless the one there is of these very sources. */
export async function ensureBuild(
  buildDir: string,
  progress: (line: string) => void,
  env: Record<string, string> = {},
): Promise<void> {
  const stamp = join(buildDir, "sources.sha256");
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return progress("build: up to date");
  progress("build: making a production build (about a minute)");
  rmSync(stamp, { force: true });
  if (buildDir !== ".next") writeFileSync(`tsconfig${buildDir}.json`, '{ "extends": "./tsconfig.json" }\n');
  await run(
    ["node_modules/next/dist/bin/next", "build"],
    childEnvironment({ NODE_ENV: "production", BUILD_DIR: buildDir, ...env }),
  );
  writeFileSync(stamp, sources);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const inFolders = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...inFolders, ...SINGLE].filter(existsSync).sort()) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, fail) => {
    let output = "";
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`the build failed:\n${output}`))));
  });
}
