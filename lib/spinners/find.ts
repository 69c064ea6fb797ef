import { eq, type SQL } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { nameKey } from "@/lib/text";

export interface Spinner {
  id: string;
  name: string;
  /** Since when it is not offered any more, RFC 3339; null: it is in use. */
  retiredAt: string | null;
  /** The id of the spinner that this has become another name of; null: it stands for itself. */
  mergedInto: string | null;
}

/** What is read of a spinner. */
export const SPINNER = {
  id: spinners.id,
  name: spinners.name,
  retiredAt: spinners.retiredAt,
  mergedInto: spinners.mergedInto,
};

export function asSpinner({
  id,
  name,
  retiredAt,
  mergedInto,
}: Omit<Spinner, "retiredAt"> & { retiredAt: Date | null }) {
  return { id, name, retiredAt: retiredAt?.toISOString() ?? null, mergedInto };
}

/** A spinner by its id or name; by those of an alias, the alias. Throws 404 for what is not here, another tenant's included. */
export async function findSpinner(at: TenantScope, idOrName: string): Promise<Spinner> {
  at.must("figures:read");
  const called = isUuid(idOrName.toLowerCase())
    ? eq(spinners.id, idOrName.toLowerCase())
    : eq(spinners.nameKey, nameKey(idOrName));
  return one(at, called);
}

/** A spinner by its id alone. Throws 404. */
export async function getSpinner(at: TenantScope, id: string): Promise<Spinner> {
  at.must("figures:read");
  if (!isUuid(id)) throw notFound();
  return one(at, eq(spinners.id, id));
}

async function one(at: TenantScope, condition: SQL): Promise<Spinner> {
  const [found] = await at.read((db) => db.select(SPINNER).from(spinners).where(condition));
  if (!found) throw notFound();
  return asSpinner(found);
}
