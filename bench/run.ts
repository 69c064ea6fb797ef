import { dashboard } from "./dashboard";
import { door } from "./door";
import { files } from "./files";
import { ingest } from "./ingest";
import { live } from "./live";
import { pages } from "./pages";
import { placements } from "./placements";
import { schemes } from "./schemes";

/* `npm run bench [-- NAME]`: ratios against floors measured in the same run. */

const BENCHES: Record<string, () => Promise<void>> = {
  door,
  dashboard,
  files,
  ingest,
  live,
  pages,
  placements,
  schemes,
};

const [wanted] = process.argv.slice(2);
const chosen = wanted === undefined ? Object.keys(BENCHES) : [wanted];
for (const name of chosen) {
  const bench = BENCHES[name];
  if (!bench) throw new Error(`no bench "${name}"; there are ${Object.keys(BENCHES).join(", ")}`);
  console.log(`\n${name}`);
  await bench();
}
process.exit(0);
