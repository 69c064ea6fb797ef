import { eq } from "drizzle-orm";
import { people, spinners, spins } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Spin } from "./types";

/** One spin by its id. Throws 404 for what is not here, another tenant's included. */
export async function getSpin(at: TenantScope, id: string): Promise<Spin> {
  at.must("figures:read");
  const wanted = id.toLowerCase();
  if (!isUuid(wanted)) throw notFound();
  const [found] = await at.read((db) =>
    db
      .select({
        id: spins.id,
        spinner: { id: spinners.id, name: spinners.name },
        person: { id: people.id, name: people.name },
        durationMs: spins.durationMs,
        spunAt: spins.spunAt,
      })
      .from(spins)
      .innerJoin(spinners, eq(spinners.id, spins.spinnerId))
      .innerJoin(people, eq(people.id, spins.personId))
      .where(eq(spins.id, wanted)),
  );
  if (!found) throw notFound();
  return { ...found, spunAt: found.spunAt.toISOString() };
}
