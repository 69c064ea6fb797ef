import { keysStillOpen } from "@/lib/api-keys/still-open";
import { sessionsStillOpen } from "@/lib/sessions/still-open";
import type { Actor } from "@/lib/tenancy/actor";
import type { TenantScope } from "@/lib/tenancy/scope";
import { wallsStillOpen } from "@/lib/walls/still-open";

/** What an actor's right to be here stands on: the id of a session, a key or a display. */
export function credentialOf(actor: Actor): string {
  if (actor.kind === "person") return actor.sessionId;
  return actor.kind === "key" || actor.kind === "display" ? actor.id : actor.kind;
}

/** Which of these sessions, keys and displays are as good as they were; all are asked for in one flight. */
export async function stillAllowed(at: TenantScope, actors: Actor[]): Promise<Set<string>> {
  const ids = (kind: Actor["kind"]) => [
    ...new Set(actors.filter((actor) => actor.kind === kind).map((actor) => credentialOf(actor))),
  ];
  const open = await at.read(() =>
    Promise.all([
      sessionsStillOpen(at, ids("person")),
      keysStillOpen(at, ids("key")),
      wallsStillOpen(at, ids("display")),
    ]),
  );
  return new Set(open.flat());
}
