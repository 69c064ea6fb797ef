import { AppError } from "@/lib/app-error";

export type Role = "owner" | "admin" | "member";
export type KeyScope = "read" | "write";

/** Who acts: a signed-in person, a key, a screen that shows figures, the operator's command line, or nobody we know. */
export type Actor =
  | { kind: "person"; id: string; name: string; email: string; role: Role; sessionId: string }
  | { kind: "key"; id: string; scope: KeyScope }
  | { kind: "display"; id: string }
  | { kind: "operator" }
  | { kind: "visitor" };

/** Somebody at the door, not known yet: may nothing. */
export const VISITOR: Actor = { kind: "visitor" };

/** What may be done, named once. */
export type Permission =
  | "figures:read"
  | "spins:write"
  | "spins:import"
  | "spinners:write"
  /** Renaming, retiring and merging them. */
  | "spinners:manage"
  | "people:write"
  | "tenant:write"
  | "samples:write"
  | "keys:write"
  | "walls:write"
  /** Of other people's; everybody corrects their own. */
  | "spins:correct"
  | "figures:rebuild";

const OF_MEMBERS: ReadonlySet<Permission> = new Set(["figures:read", "spins:write", "spinners:write"]);
const OF_KEYS: Record<KeyScope, ReadonlySet<Permission>> = {
  read: new Set<Permission>(["figures:read"]),
  write: new Set<Permission>(["figures:read", "spins:write", "spinners:write"]),
};

export function may(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "operator":
      return true;
    case "visitor":
      return false;
    case "display":
      return permission === "figures:read";
    case "key":
      return OF_KEYS[actor.scope].has(permission);
    case "person":
      if (permission === "figures:rebuild") return false;
      return actor.role !== "member" || OF_MEMBERS.has(permission);
  }
}

/** Throws 403 `forbidden` unless the actor may. */
export function must(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    throw new AppError("forbidden", "forbidden", "Your role or key does not allow this.");
  }
}
