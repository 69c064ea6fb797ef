import { eq } from "drizzle-orm";
import { spins } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpin, newestSpins } from "./in-order";
import type { Spin } from "./types";

/** One spin by its id. Throws 404 for what is not here, another tenant's included. */
export async function getSpin(at: TenantScope, id: string): Promise<Spin> {
  at.must("figures:read");
  const wanted = id.toLowerCase();
  if (!isUuid(wanted)) throw notFound();
  const [found] = await at.read((db) => newestSpins(db, [eq(spins.id, wanted)], 1));
  if (!found) throw notFound();
  return asSpin(found);
}
