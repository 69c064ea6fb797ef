import { and, asc, isNull, type SQL, sql } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import { readCursor } from "@/lib/cursor";
import { figuresOf } from "@/lib/figures/rolled";
import { cutPage, type Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpinner, SPINNER, type Spinner } from "./find";

export interface SpinnerLine extends Spinner {
  spins: number;
  averageMs: number | null;
  longestMs: number | null;
}

/** Spinners by name with their figures of all time, times in ms; retired ones too, aliases not. Throws 400 `cursor_invalid`. */
export async function listSpinners(
  at: TenantScope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<SpinnerLine>> {
  at.must("figures:read");
  const after = cursor === undefined ? undefined : behind(readCursor(at.tenant.id, cursor));
  const rows = await at.read((db) => {
    const page = db
      .select({ ...SPINNER, key: spinners.nameKey })
      .from(spinners)
      .where(and(isNull(spinners.mergedInto), after))
      .orderBy(asc(spinners.nameKey), asc(spinners.id))
      .limit(limit + 1)
      .as("page");
    const figures = figuresOf(db, "spinner", page.id);
    const { id, name, retiredAt, mergedInto, key } = page;
    const { spins, averageMs, longestMs } = figures;
    return db
      .select({ id, name, retiredAt, mergedInto, key, spins, averageMs, longestMs })
      .from(page)
      .leftJoinLateral(figures, sql`true`)
      .orderBy(asc(page.key), asc(page.id));
  });
  const page = cutPage(at.tenant.id, rows, limit, (row) => [row.key, row.id]);
  return { ...page, items: page.items.map(({ key, ...line }) => ({ ...line, ...asSpinner(line) })) };
}

function behind([key, id]: string[]): SQL {
  return sql`(${spinners.nameKey}, ${spinners.id}) > (${key}, ${id}::uuid)`;
}
