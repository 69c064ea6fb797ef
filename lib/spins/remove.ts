import { announceChange } from "@/lib/live/announce";
import type { TenantScope } from "@/lib/tenancy/scope";
import { replaceSpin } from "./replace";

/** Takes a spin out, of the figures too. It does not come back when its sender asks again. Throws 403, 404. */
export async function removeSpin(at: TenantScope, id: string): Promise<void> {
  await replaceSpin(at, id, async () => null);
  announceChange(at);
}
