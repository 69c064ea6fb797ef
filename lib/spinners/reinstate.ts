import type { TenantScope } from "@/lib/tenancy/scope";
import { changeSpinner } from "./change";
import type { Spinner } from "./find";

/** Puts a retired spinner into use again. Throws 403, 404. */
export function reinstateSpinner(at: TenantScope, id: string): Promise<Spinner> {
  return changeSpinner(at, id, { retiredAt: null });
}
