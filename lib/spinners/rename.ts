import { sqlstateOf } from "@/lib/db/sqlstate";
import { takeFoldingLock } from "@/lib/rollups/lock";
import type { TenantScope } from "@/lib/tenancy/scope";
import { nameKey } from "@/lib/text";
import { validate } from "@/lib/validate";
import { changeSpinner } from "./change";
import { CreateSpinner, nameTaken } from "./create";
import type { Spinner } from "./find";

const UNIQUE_VIOLATION = "23505";

/**
 * Gives a spinner another name; nobody finds it by the old one. While spinners are merged names stay. Throws 403, 404,
 * 409 `name_taken` (an alias has its name still), 422 `invalid`, 503 `unavailable`.
 */
export async function renameSpinner(at: TenantScope, id: string, input: unknown): Promise<Spinner> {
  at.must("spinners:manage");
  const { name } = validate(CreateSpinner, input);
  return changeSpinner(at, id, { name, nameKey: nameKey(name) }, takeFoldingLock).catch((error: unknown) => {
    throw sqlstateOf(error) === UNIQUE_VIOLATION ? nameTaken() : error;
  });
}
