import { FigureRow } from "@/app/_ui/figure-row";
import { Live } from "@/app/_ui/live";
import { PageHeader } from "@/app/_ui/page-header";
import { RangeLinks } from "@/app/_ui/range-links";
import { trendBuckets } from "@/app/_ui/trend-buckets";
import { TrendChart } from "@/app/_ui/trend-chart";
import { chooseRange } from "@/lib/figures/choose-range";
import { dashboard } from "@/lib/figures/dashboard";
import { today } from "@/lib/figures/date-range";
import { may } from "@/lib/tenancy/actor";
import { within } from "@/lib/within";
import { words } from "@/lib/words/words";
import { signedInPage } from "../signed-in-page";
import { DetailsGrid } from "./_dashboard/details-grid";
import { LateDetails } from "./_dashboard/late-details";
import { SampleNotice } from "./_dashboard/sample-notice";
import { Welcome } from "./_dashboard/welcome";

/** Details that come sooner than somebody notices are sent with the rest of the page. */
const UNNOTICED_MS = 80;

export default signedInPage("/", async (at, { query }) => {
  const { timeZone } = at.tenant;
  const { selected, range } = chooseRange(query, timeZone);
  const parts = dashboard(at, range);
  const headline = await parts.headline;
  const details = await within(parts.details, UNNOTICED_MS);
  const trend = trendBuckets(headline.trend);
  return (
    <>
      <PageHeader
        title={words().dashboard.title}
        actions={<RangeLinks path="/" selected={selected} {...range} max={today(timeZone)} />}
      />
      <Live since={Date.now()} />
      {headline.samples && <SampleNotice may={may(at.actor, "samples:write")} />}
      <FigureRow current={headline.averages} previous={headline.previous} buckets={trend.buckets} />
      {headline.begun ? (
        <>
          <TrendChart {...trend} />
          {details && <DetailsGrid details={details} timeZone={timeZone} />}
          {!details && <LateDetails details={parts.details} timeZone={timeZone} />}
        </>
      ) : (
        <Welcome name={at.tenant.name} admin={may(at.actor, "samples:write")} />
      )}
    </>
  );
});
