import { ensureBuild } from "@/lib/cli/build";

/** The production build that tests serve from: beside a demo's, made once for all files. */
export const TEST_BUILD = process.env.BUILD_DIR || ".next-test";

export default function setUp(): Promise<void> {
  return ensureBuild(TEST_BUILD, () => {});
}
