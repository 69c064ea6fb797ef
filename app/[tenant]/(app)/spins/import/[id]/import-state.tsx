import { formatCount } from "@/app/_ui/format";
import { Notice } from "@/app/_ui/notice";
import { Progress } from "@/app/_ui/progress";
import type { Head } from "@/lib/imports/head";
import type { Import } from "@/lib/imports/types";
import { FaultsTable } from "./faults-table";
import { MappingForm } from "./mapping-form";
import { Preview } from "./preview";
import { Step } from "./step";

interface ImportStateProps {
  of: Import;
  /** What the file begins with; undefined once it is gone. */
  head: Head | undefined;
  timeZone: string;
}

/** What an import is at, and what can be done next. */
export function ImportState({ of, head, timeZone }: ImportStateProps) {
  const { id, mapping } = of;
  if (of.interrupted) return <Interrupted of={of} />;
  switch (of.state) {
    case "uploading":
      return <Progress label="The file is coming in" share={0} />;
    case "uploaded":
      return head && <MappingForm id={id} head={head} columns={mapping?.columns ?? null} />;
    case "checking":
      return <Progress label={`Checking · ${formatCount(of.rows)} rows`} share={of.progress / of.bytes} />;
    case "checked":
      return (
        <>
          {head && <Preview of={of} head={head} timeZone={timeZone} />}
          <Step id={id} step="store" label={`Import ${formatCount(of.rows)} rows`} />
        </>
      );
    case "faulty":
      return (
        <>
          <Notice tone="error">Nothing was stored. Please mend the file and upload it again.</Notice>
          <FaultsTable faults={of.faults} />
          {head && <MappingForm id={id} head={head} columns={mapping?.columns ?? null} />}
        </>
      );
    case "storing":
      return <Progress label={`Storing · ${formatCount(of.rows)} rows`} share={of.progress / of.bytes} />;
    case "stored":
      return (
        <Notice tone="success">
          {`${formatCount(of.accepted)} spins were stored, ${formatCount(of.duplicates)} were known already. `}
          <a href="/spins">To the spins</a>
        </Notice>
      );
    case "cancelled":
      return <Notice tone="info">Cancelled. Nothing of this file was stored.</Notice>;
    case "failed":
      return (
        <>
          <Notice tone="error">
            {of.faults[0]?.message ?? "Something went wrong on our side."} Nothing of this file was stored.
          </Notice>
          <Step id={id} step="check" label="Check it again" />
        </>
      );
  }
}

/** Its process ended, and with it the transaction. */
function Interrupted({ of: { id, state } }: { of: Import }) {
  const step = state === "storing" ? "store" : "check";
  return (
    <>
      <Notice tone="error">This was interrupted. Nothing of this file was stored.</Notice>
      <Step id={id} step={step} label="Start again" />
    </>
  );
}
