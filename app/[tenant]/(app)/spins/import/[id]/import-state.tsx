import { formatCount } from "@/app/_ui/format";
import { Notice } from "@/app/_ui/notice";
import { Progress } from "@/app/_ui/progress";
import type { Head } from "@/lib/imports/head";
import type { Import } from "@/lib/imports/types";
import { errorText } from "@/lib/words/error-text";
import { words } from "@/lib/words/words";
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
  const { oneImport: say } = words();
  const { id, mapping } = of;
  if (of.interrupted) return <Interrupted of={of} />;
  switch (of.state) {
    case "uploading":
      return <Progress label={say.comingIn} share={0} />;
    case "uploaded":
      return head && <MappingForm id={id} head={head} columns={mapping?.columns ?? null} />;
    case "checking":
      return <Progress label={say.checking(formatCount(of.rows))} share={of.progress / of.bytes} />;
    case "checked":
      return (
        <>
          {head && <Preview of={of} head={head} timeZone={timeZone} />}
          <Step id={id} step="store" label={say.store(formatCount(of.rows))} />
        </>
      );
    case "faulty":
      return (
        <>
          <Notice tone="error">{say.faulty}</Notice>
          <FaultsTable faults={of.faults} />
          {head && <MappingForm id={id} head={head} columns={mapping?.columns ?? null} />}
        </>
      );
    case "storing":
      return <Progress label={say.storing(formatCount(of.rows))} share={of.progress / of.bytes} />;
    case "stored":
      return (
        <Notice tone="success">
          {`${say.stored(formatCount(of.accepted), formatCount(of.duplicates))} `}
          <a href="/spins">{say.toSpins}</a>
        </Notice>
      );
    case "cancelled":
      return <Notice tone="info">{say.cancelled}</Notice>;
    case "failed":
      return (
        <>
          <Notice tone="error">{say.failed(whyFailed(of))}</Notice>
          <Step id={id} step="check" label={say.checkAgain} />
        </>
      );
  }
}

function whyFailed({ faults: [fault] }: Import): string {
  return fault ? errorText({ code: fault.code, detail: fault.message }) : words().errors.failed;
}

/** Its process ended, and with it the transaction. */
function Interrupted({ of: { id, state } }: { of: Import }) {
  const { oneImport: say } = words();
  const step = state === "storing" ? "store" : "check";
  return (
    <>
      <Notice tone="error">{say.interrupted}</Notice>
      <Step id={id} step={step} label={say.startAgain} />
    </>
  );
}
