import type { CreatedKey } from "@/lib/api-keys/create";
import { type RequestContext, requestContext } from "@/lib/http/request-context";
import { processWide } from "@/lib/process-wide";

/** Gone with the request that made the key: no address, cookie or later page has it. */
function made(): WeakMap<RequestContext, CreatedKey> {
  return processWide("made-keys", () => new WeakMap());
}

export function showOnce(key: CreatedKey): void {
  made().set(requestContext(), key);
}

/** The key that this very request has made. */
export function shownOnce(): CreatedKey | undefined {
  return made().get(requestContext());
}
