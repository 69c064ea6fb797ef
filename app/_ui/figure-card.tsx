import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { formatChange } from "./format";

interface FigureCardProps {
  label: string;
  /** Formatted; null when the period holds no spins. */
  value: string | null;
  /** The same figure of the period before, formatted; null when there is none, left out where it does not matter. */
  previous?: string | null;
  /** In percent, as `changeOf` gives it. */
  change: number | null;
  /** The direction that is good news. */
  better: "higher" | "lower";
  sparkline?: ReactNode;
}

/** A headline figure beside its previous period. */
export function FigureCard({ label, value, previous, change, better, sparkline }: FigureCardProps) {
  const { dashboard } = words();
  return (
    <dl className="surface figure-card">
      <dt>{label}</dt>
      <dd className={value === null ? "text-lg leading-[2.375rem] text-soft" : HEADLINE}>
        {value ?? dashboard.noneYet}
      </dd>
      {previous !== undefined && (
        <dd className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-soft tabular-nums">
          {change !== null && <Change change={change} better={better} />}
          <span>{previous === null ? dashboard.noPrevious : dashboard.previous(previous)}</span>
        </dd>
      )}
      {value !== null && sparkline}
    </dl>
  );
}

const HEADLINE = "text-figure font-semibold tracking-figure tabular-nums";

function Change({ change, better }: { change: number; better: FigureCardProps["better"] }) {
  const { dashboard } = words();
  const text = formatChange(change);
  if (text === formatChange(0)) return <span className="font-semibold text-ink">= {text}</span>;

  const good = change > 0 === (better === "higher");
  return (
    <span className={`font-semibold ${good ? "text-good" : "text-bad"}`}>
      <span aria-hidden="true">{change > 0 ? "▲" : "▼"} </span>
      {text}
      <span className="sr-only">{good ? dashboard.better : dashboard.worse}</span>
    </span>
  );
}
