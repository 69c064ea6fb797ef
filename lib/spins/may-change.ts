import { type Actor, may } from "@/lib/tenancy/actor";

/** A person's own spins are theirs to correct and remove, everybody's an admin's. */
export function mayChange(actor: Actor, personId: string): boolean {
  return may(actor, "spins:correct") || (actor.kind === "person" && actor.id === personId);
}
