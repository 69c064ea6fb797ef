import { Suspense } from "react";
import { Notice } from "@/app/_ui/notice";
import type { Details } from "@/lib/figures/dashboard";
import { log } from "@/lib/log";
import { words } from "@/lib/words/words";
import { DetailsGrid } from "./details-grid";

interface LateDetailsProps {
  details: Promise<Details>;
  timeZone: string;
}

/** The details once they are there; what is above them has been sent by then. */
export function LateDetails(props: LateDetailsProps) {
  const { dashboard } = words();
  return (
    <Suspense fallback={<p className="surface late">{dashboard.late}</p>}>
      <Awaited {...props} />
    </Suspense>
  );
}

/** The page's status is gone already, so a failure is told in its place. */
async function Awaited({ details, timeZone }: LateDetailsProps) {
  const { dashboard } = words();
  const read = await details.catch((error: unknown) => {
    log().error({ err: error }, "details of a dashboard failed");
    return undefined;
  });
  if (read) return <DetailsGrid details={read} timeZone={timeZone} />;
  return (
    <Notice tone="error">
      {dashboard.failed} <a href="/">{dashboard.again}</a>
    </Notice>
  );
}
