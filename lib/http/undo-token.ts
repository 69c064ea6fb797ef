import { AppError } from "@/lib/app-error";
import { readCursor, writeCursor } from "@/lib/cursor";
import type { TenantScope } from "@/lib/tenancy/scope";

/** What takes a change back, as an opaque text for a form: only who made the change can hand it back, as `kind`. */
export function undoToken(at: TenantScope, kind: string, values: string[]): string {
  return writeCursor(ownerOf(at, kind), values);
}

/** What such a text says. Throws 400 `undo_invalid` for one that was altered, or is somebody else's. */
export function readUndo(at: TenantScope, kind: string, token: string): string[] {
  try {
    return readCursor(ownerOf(at, kind), token);
  } catch (cause) {
    throw new AppError("malformed", "undo_invalid", "This cannot be taken back from here.", { cause });
  }
}

/** What a page's address says to take back, if it was given to whoever looks: a link can be made up by anybody. */
export function knownUndo(at: TenantScope, kind: string, token: string | null): string | undefined {
  try {
    return token === null || readUndo(at, kind, token).length === 0 ? undefined : token;
  } catch {
    return undefined;
  }
}

function ownerOf({ tenant, actor }: TenantScope, kind: string): string {
  return [tenant.id, "undo", kind, "id" in actor ? actor.id : actor.kind].join("/");
}
