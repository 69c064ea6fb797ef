import { z } from "zod";
import type { Averages } from "@/lib/figures/types";
import { recordOperation } from "@/lib/operator-log/record";
import { validate } from "@/lib/validate";
import { askStandings } from "./ask-standings";
import { byText } from "./by-text";
import { gather, type Reach } from "./gather";
import type { Missing } from "./missing";
import { byAverage, figuresOf, type Sums } from "./sums";
import { readTotals } from "./totals";

export const BOARDS = ["spinners", "people", "tenants"] as const;
export type ReportedBoard = (typeof BOARDS)[number];

const Question = z.strictObject({
  of: z.enum(BOARDS).default("spinners"),
  limit: z.int("must be 1 to 100").min(1, "must be 1 to 100").max(100, "must be 1 to 100").default(10),
});

/** A spinner or person, or with its own id once more a tenant. */
export interface Entry extends Averages {
  rank: number;
  tenantId: string;
  slug: string;
  id: string;
  name: string;
}

export interface LeaderboardReport {
  of: ReportedBoard;
  entries: Entry[];
  missing: Missing[];
}

interface Candidate extends Pick<Entry, "tenantId" | "slug" | "id" | "name"> {
  sums: Sums;
}

/**
 * Who spins longest on average among all tenants, at most `limit` lines; equal averages share a rank (1, 1, 3), and
 * what was never spun is left out. `who` asks goes into the operator's log first. Throws 422 `invalid`.
 */
export async function reportLeaderboard(
  input: z.input<typeof Question> = {},
  { who, ...reach }: Reach & { who?: string } = {},
): Promise<LeaderboardReport> {
  const { of, limit } = validate(Question, input);
  await recordOperation("report leaderboard", { of, limit }, who);
  const { candidates, missing } = of === "tenants" ? await tenantsOf(reach) : await best(of, limit, reach);
  return { of, entries: ranked(candidates.toSorted(inOrder).slice(0, limit)), missing };
}

async function tenantsOf(reach: Reach): Promise<{ candidates: Candidate[]; missing: Missing[] }> {
  const { tenants, missing } = await readTotals(reach);
  const spun = tenants.filter(({ sums }) => sums.spins > 0n);
  return { candidates: spun.map(({ id, slug, name, sums }) => ({ tenantId: id, slug, id, name, sums })), missing };
}

/** The first of every place: whoever is first of all is among them. */
async function best(of: "spinners" | "people", limit: number, reach: Reach) {
  const { tenants, answers, missing } = await gather(askStandings(of, limit), reach);
  const slugs = new Map(tenants.map(({ id, slug }) => [id, slug]));
  const candidates = answers.flat().map((each): Candidate => ({ ...each, slug: slugs.get(each.tenantId) ?? "" }));
  return { candidates, missing };
}

/** In the order of `askStandings`. */
function inOrder(one: Candidate, other: Candidate): number {
  return (
    byAverage(one.sums, other.sums) ||
    byText(one.slug, other.slug) ||
    byText(one.name, other.name) ||
    byText(one.id, other.id)
  );
}

function ranked(candidates: Candidate[]): Entry[] {
  let rank = 1;
  return candidates.map(({ sums, ...who }, index) => {
    const before = candidates[index - 1];
    if (before && byAverage(before.sums, sums) !== 0) rank = index + 1;
    return { rank, ...who, ...figuresOf(sums) };
  });
}
