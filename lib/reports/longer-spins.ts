import { z } from "zod";
import { recordOperation } from "@/lib/operator-log/record";
import { validate } from "@/lib/validate";
import { askLongerSpins, type LongSpin } from "./ask-longer-spins";
import { byText } from "./by-text";
import { gather, type Reach } from "./gather";
import type { Missing } from "./missing";

const Question = z.strictObject({
  longerThanMs: z.int("must be whole milliseconds").min(0, "must be whole milliseconds"),
  limit: z.int("must be 1 to 1000").min(1, "must be 1 to 1000").max(1_000, "must be 1 to 1000").default(100),
});

export interface LongerSpinsReport {
  /** How many there are, of which the longest are `spins`. */
  total: number;
  spins: (LongSpin & { slug: string })[];
  missing: Missing[];
}

/**
 * Spins of all tenants that are longer than `longerThanMs`, longest first. `who` asks goes into the operator's log
 * first. Throws 422 `invalid`.
 */
export async function reportLongerSpins(
  input: z.input<typeof Question>,
  { who, ...reach }: Reach & { who?: string } = {},
): Promise<LongerSpinsReport> {
  const { longerThanMs, limit } = validate(Question, input);
  await recordOperation("report spins", { longer_than_ms: longerThanMs, limit }, who);
  const { tenants, answers, missing } = await gather(askLongerSpins(longerThanMs, limit), reach);
  const slugs = new Map(tenants.map(({ id, slug }) => [id, slug]));
  const spins = answers.flatMap(({ longest }) =>
    longest.map((spin) => ({ ...spin, slug: slugs.get(spin.tenantId) ?? "" })),
  );
  return {
    total: answers.reduce((sum, { count }) => sum + count, 0),
    spins: spins.toSorted(inOrder).slice(0, limit),
    missing,
  };
}

/** In the order of `askLongerSpins`. */
function inOrder(one: LongerSpinsReport["spins"][number], other: LongerSpinsReport["spins"][number]): number {
  return other.durationMs - one.durationMs || byText(one.slug, other.slug) || byText(one.id, other.id);
}
