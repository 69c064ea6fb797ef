import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { spinners } from "@/drizzle/tenant/schema";
import type { LineOrder } from "@/lib/figures/line-places";
import { BY_NAME, type Cut, type LineFigures, listLines } from "@/lib/figures/lines";
import type { Page } from "@/lib/page";
import type { TenantScope } from "@/lib/tenancy/scope";
import { asSpinner, SPINNER, type Spinner } from "./find";

export type SpinnerLine = Spinner & LineFigures;

/** Which spinners are listed: those in use, retired ones, or both. */
export const SHOWN = ["used", "retired", "all"] as const;
export type Shown = (typeof SHOWN)[number];

const CONDITIONS: Record<Shown, SQL | undefined> = {
  used: isNull(spinners.retiredAt),
  retired: isNotNull(spinners.retiredAt),
  all: undefined,
};

interface How extends Cut {
  order?: LineOrder;
  show?: Shown;
}

/** Spinners with their figures of all time, times in ms; by name if not told otherwise, aliases never. Throws 400 `cursor_invalid`. */
export async function listSpinners(
  at: TenantScope,
  { order = BY_NAME, show = "all", ...cut }: How,
): Promise<Page<SpinnerLine>> {
  const condition = and(isNull(spinners.mergedInto), CONDITIONS[show]);
  const nameKey = sql`${spinners.nameKey}`;
  const listed = { kind: "spinner", table: spinners, nameKey, condition, order, name: `spinners/${show}` } as const;
  const page = await listLines(at, listed, cut, (db, ids) =>
    db.select(SPINNER).from(spinners).where(sql`${spinners.id} = ANY(${ids}::uuid[])`),
  );
  return { ...page, items: page.items.map((line) => ({ ...line, ...asSpinner(line) })) };
}
