import { CATALOG_SCHEMA } from "./catalog-schema";
import { catalogPool } from "./servers";
import { transact } from "./transaction";

/** PostgreSQL takes less than 8,000 bytes. */
export const PAYLOAD_BYTES = 7_900;

/**
 * Notifies whoever listens at the primary, in a transaction of its own: a NOTIFY takes a lock of the whole server from
 * before its COMMIT until after it, so one that stores anything would have all others wait for its disk.
 * Throws 503 `unavailable`.
 */
export async function notify(channel: string, payloads: string[]): Promise<void> {
  await transact(catalogPool(), { mode: "write", schema: CATALOG_SCHEMA }, (send) =>
    Promise.all(payloads.map((payload) => send("SELECT pg_notify($1, $2)", [channel, payload]))),
  );
}
