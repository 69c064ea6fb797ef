import { v7 } from "uuid";

/** A UUID of version 7: new ones sort behind older ones, so indexes grow at their end. */
export function newId(): string {
  return v7();
}
