import { AppError } from "@/lib/app-error";
import { announceChange } from "@/lib/live/announce";
import type { TenantScope } from "@/lib/tenancy/scope";
import { validate } from "@/lib/validate";
import { getSpin } from "./get";
import { CorrectSpin } from "./input";
import { replaceSpin } from "./replace";
import { resolveOwners } from "./resolve-owners";
import type { Spin } from "./types";

/** Corrects what is given of a spin, in the figures too, and returns it. Throws 403, 404, 422 `invalid`. */
export async function correctSpin(at: TenantScope, id: string, input: unknown): Promise<Spin> {
  const change = validate(CorrectSpin, input);
  if (Object.keys(change).length === 0) throw new AppError("invalid", "invalid", "There is nothing to correct.");
  await replaceSpin(at, id, async (before, db) => {
    const spin = {
      person: before.personId,
      spinner: before.spinnerId,
      duration_ms: before.durationMs,
      spun_at: before.spunAt,
      ...change,
    };
    const [resolved] = await resolveOwners(db, [spin], () => []);
    if (!resolved) throw new Error("one spin in, one spin out");
    return { ...resolved, spunAt: spin.spun_at };
  });
  announceChange(at);
  return getSpin(at, id);
}
