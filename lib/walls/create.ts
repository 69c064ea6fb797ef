import { z } from "zod";
import { walls } from "@/drizzle/tenant/schema";
import { newId } from "@/lib/new-id";
import { Uuid } from "@/lib/spins/input";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText } from "@/lib/text";
import { validate } from "@/lib/validate";

export const BOARDS = ["both", "people", "spinners"] as const;
export const NAMES = ["full", "short", "hidden"] as const;
export const DAYS = [7, 30, 90] as const;

export const CreateWall = z.strictObject({
  /** Chosen by a form, so that sending it twice puts up one. */
  id: Uuid.optional(),
  name: NameText,
  board: z.enum(BOARDS, `must be one of ${BOARDS.join(", ")}`),
  names: z.enum(NAMES, `must be one of ${NAMES.join(", ")}`),
  days: z.coerce.number().pipe(z.literal(DAYS, `must be one of ${DAYS.join(", ")}`)),
});

/** Puts up a display whose link anybody may open. Sent twice with one id, it stands once. Throws 403, 422 `invalid`. */
export async function createWall(at: TenantScope, input: unknown): Promise<{ id: string }> {
  at.must("walls:write");
  const { id = newId(), ...wall } = validate(CreateWall, input);
  const createdBy = at.actor.kind === "person" ? at.actor.id : null;
  await at.write((db) => db.insert(walls, { id, ...wall, createdBy }).onConflictDoNothing());
  return { id };
}
