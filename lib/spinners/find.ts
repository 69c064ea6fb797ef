import { eq, type SQL } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { nameKey } from "@/lib/text";

export interface Spinner {
  id: string;
  name: string;
}

/** A spinner by its id or name. Throws 404 for what is not here, another tenant's included. */
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
  const [found] = await at.read((db) =>
    db.select({ id: spinners.id, name: spinners.name }).from(spinners).where(condition),
  );
  if (!found) throw notFound();
  return found;
}
