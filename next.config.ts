import type { NextConfig } from "next";

const distDir = process.env.BUILD_DIR || ".next";

const config: NextConfig = {
  distDir,
  // Pages that only a benchmark asks for are only in its build.
  pageExtensions: process.env.BENCH ? ["tsx", "ts", "bench.tsx"] : ["tsx", "ts"],
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "libpg-query", "pino", "postgres"],
  experimental: { authInterrupts: true },
  // tsc and Biome judge the code in `npm run check`; a build only builds.
  // Next writes where its types are into this file: for a build of tests or benchmarks, into one of its own.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: distDir === ".next" ? "tsconfig.json" : `tsconfig${distDir}.json`,
  },
};

export default config;
