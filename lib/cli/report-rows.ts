import type { Averages } from "@/lib/figures/types";
import type { AveragesReport } from "@/lib/reports/averages";
import type { Entry } from "@/lib/reports/leaderboard";
import type { LongerSpinsReport } from "@/lib/reports/longer-spins";

/* Lines of reports as they are printed, each with its tenant and UUID: columns for people, and for programs fields. */

export function figureRow({ spins, totalMs, averageMs, longestMs }: Averages) {
  return { spins, total_ms: totalMs, average_ms: averageMs, longest_ms: longestMs };
}

export function tenantRow({
  slug,
  id,
  name,
  status,
  placement,
  server,
  ...figures
}: AveragesReport["tenants"][number]) {
  return { slug, ...figureRow(figures), placement, server, status, id, name };
}

export function entryRow({ rank, name, slug, spins, averageMs, longestMs, id, tenantId }: Entry) {
  return { rank, name, slug, spins, average_ms: averageMs, longest_ms: longestMs, id, tenant_id: tenantId };
}

export function spinRow(spin: LongerSpinsReport["spins"][number]) {
  return {
    duration_ms: spin.durationMs,
    spun_at: spin.spunAt,
    slug: spin.slug,
    spinner: spin.spinner,
    person: spin.person,
    id: spin.id,
    spinner_id: spin.spinnerId,
    person_id: spin.personId,
    tenant_id: spin.tenantId,
  };
}
