import { FigureRow } from "@/app/_ui/figure-row";
import { HistogramTable } from "@/app/_ui/histogram-table";
import { LeaderboardTable } from "@/app/_ui/leaderboard-table";
import { Live } from "@/app/_ui/live";
import { PageHeader } from "@/app/_ui/page-header";
import { RangeLinks } from "@/app/_ui/range-links";
import { SpinsTable } from "@/app/_ui/spins-table";
import { SpreadRow } from "@/app/_ui/spread-row";
import { TrendChart } from "@/app/_ui/trend-chart";
import { chooseRange } from "@/lib/figures/choose-range";
import { dashboard } from "@/lib/figures/dashboard";
import { today } from "@/lib/figures/date-range";
import { signedInPage } from "../signed-in-page";

export default signedInPage("/", async (at, { query }) => {
  const { timeZone } = at.tenant;
  const { selected, range } = chooseRange(query, timeZone);
  const figures = await dashboard(at, range);
  return (
    <>
      <PageHeader
        title="Dashboard"
        actions={<RangeLinks path="/" selected={selected} {...range} max={today(timeZone)} />}
      />
      <Live since={Date.now()} />
      <FigureRow current={figures.current.averages} previous={figures.previous?.averages ?? null} />
      <SpreadRow current={figures.current} previous={figures.previous} />
      <TrendChart days={figures.trend} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <LeaderboardTable caption="Spinners by average" kind="spinners" standings={figures.spinners} />
        <LeaderboardTable caption="People by average" kind="people" standings={figures.people} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <HistogramTable current={figures.current.distribution} previous={figures.previous?.distribution ?? null} />
        <div className="grid gap-6">
          <SpinsTable caption="Longest spins" spins={figures.longest} timeZone={timeZone} />
          <SpinsTable caption="Latest spins" spins={figures.latest} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
});
