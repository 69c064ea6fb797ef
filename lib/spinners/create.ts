import { z } from "zod";
import { spinners } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { newId } from "@/lib/new-id";
import type { TenantScope } from "@/lib/tenancy/scope";
import { NameText, nameKey } from "@/lib/text";
import { validate } from "@/lib/validate";
import type { Spinner } from "./find";

export const CreateSpinner = z.strictObject({ name: NameText });

/** Adds a spinner. Throws 422 `invalid`, 409 `name_taken`, letter case and spaces apart. */
export async function createSpinner(at: TenantScope, input: unknown): Promise<Pick<Spinner, "id" | "name">> {
  at.must("spinners:write");
  const { name } = validate(CreateSpinner, input);
  const spinner = { id: newId(), name, nameKey: nameKey(name) };
  const stored = await at.write((db) =>
    db.insert(spinners, spinner).onConflictDoNothing().returning({ id: spinners.id, name: spinners.name }),
  );
  if (!stored[0]) throw nameTaken();
  return stored[0];
}

export function nameTaken(): AppError {
  return new AppError("conflict", "name_taken", "There is a spinner of this name already.");
}
