import { FigureRow } from "@/app/_ui/figure-row";
import { RangeLinks } from "@/app/_ui/range-links";
import { SpinsTable } from "@/app/_ui/spins-table";
import { trendBuckets } from "@/app/_ui/trend-buckets";
import { TrendChart } from "@/app/_ui/trend-chart";
import { averages } from "@/lib/figures/averages";
import { chooseRange } from "@/lib/figures/choose-range";
import { previousRange, today } from "@/lib/figures/date-range";
import type { Subject } from "@/lib/figures/rolled";
import { trend } from "@/lib/figures/trend";
import { listSpins } from "@/lib/spins/list";
import type { TenantScope } from "@/lib/tenancy/scope";
import { words } from "@/lib/words/words";

/** The figures, trend and latest spins of one spinner or person, from one snapshot. */
export async function subjectFigures(
  at: TenantScope,
  subject: Exclude<Subject, { kind: "tenant" }>,
  path: string,
  query: URLSearchParams,
) {
  const { timeZone } = at.tenant;
  const { selected, range } = chooseRange(query, timeZone);
  const before = previousRange(range);
  const [current, previous, days, spins] = await at.read(() =>
    Promise.all([
      averages(at, range, subject),
      before && averages(at, before, subject),
      trend(at, range, subject),
      listSpins(at, { ...range, [subject.kind]: subject.id }, { limit: 20 }),
    ]),
  );
  const buckets = trendBuckets(days);
  return (
    <>
      <RangeLinks path={path} selected={selected} {...range} max={today(timeZone)} />
      <FigureRow current={current} previous={previous} buckets={buckets.buckets} />
      <TrendChart {...buckets} />
      <SpinsTable caption={words().spinList.latest} spins={spins.items} timeZone={timeZone} />
    </>
  );
}
