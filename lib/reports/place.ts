import { z } from "zod";
import type { Admin } from "@/lib/db/admin";
import { ARCHITECTURES, type Placement, placementOf } from "@/lib/tenancy/placement";

const Tenant = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(["active", "suspended"]),
  placement: z.enum(ARCHITECTURES),
  server: z.string(),
});

/** A tenant as a report names it. */
export type ReportedTenant = z.output<typeof Tenant>;

/** Tables that are read in one go: the shared ones, or those of one tenant alone. */
export interface Place {
  /** Whose rows are read there. */
  tenants: ReportedTenant[];
  placement: Placement;
  schema: string;
  /**
   * Their `id` and `slug` as a relation, to join with: what else is in the shared tables (old copies of tenants that
   * have moved, copies of moves under way) belongs to nobody who lives there.
   */
  residents: string;
}

/** Every tenant by its address, as one snapshot of the catalog has it. */
export async function readTenants(sql: Admin): Promise<ReportedTenant[]> {
  const rows = await sql`SELECT id, slug, name, status, placement, server FROM catalog.tenants ORDER BY slug`;
  return z.array(Tenant).parse([...rows]);
}

/** Where the rows of these tenants are. */
export function placesOf(tenants: ReportedTenant[]): { shared: Place[]; schemas: Place[]; databases: Place[] } {
  const [first, ...others] = tenants.filter(({ placement }) => placement === "shared");
  const residents = "(SELECT id, slug FROM catalog.tenants WHERE placement = 'shared')";
  return {
    shared: first ? [{ ...ownPlace(first), tenants: [first, ...others], residents }] : [],
    schemas: tenants.filter(({ placement }) => placement === "schema").map(ownPlace),
    databases: tenants.filter(({ placement }) => placement === "database").map(ownPlace),
  };
}

/** Named by the id, which `placementOf` holds to be a UUID; a slug is data and stands in no statement. */
function ownPlace(tenant: ReportedTenant): Place {
  const { id, placement: architecture, server } = tenant;
  const placement = placementOf({ id, architecture, server });
  const residents = `(SELECT '${id}'::uuid AS id, '' AS slug)`;
  return { tenants: [tenant], placement, schema: `"${placement.schema}"`, residents };
}
