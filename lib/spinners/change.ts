import { and, eq, isNull, type SQL } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import type { TenantDb } from "@/lib/db/tenant-db";
import { announceChange } from "@/lib/live/announce";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpinner, SPINNER, type Spinner } from "./find";

/** What its managers change of a spinner. */
interface Changes {
  name?: string;
  nameKey?: string;
  retiredAt?: SQL | null;
}

/** Changes a spinner, after `before` in the same transaction. Throws 403, 404 for what is not here or an alias. */
export async function changeSpinner(
  at: TenantScope,
  id: string,
  set: Changes,
  before: (db: TenantDb) => Promise<void> = async () => {},
): Promise<Spinner> {
  at.must("spinners:manage");
  if (!isUuid(id)) throw notFound();
  const [changed] = await at.write(async (db) => {
    await before(db);
    return db
      .update(spinners, set)
      .where(and(eq(spinners.id, id), isNull(spinners.mergedInto)))
      .returning(SPINNER);
  });
  if (!changed) throw notFound();
  announceChange(at);
  return asSpinner(changed);
}
