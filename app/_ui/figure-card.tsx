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
}

/** A headline figure beside its previous period. */
export function FigureCard({ label, value, previous, change, better }: FigureCardProps) {
  return (
    <dl className="surface flex flex-col gap-1 px-5 py-4 max-sm:px-3.5">
      <dt className="font-medium text-soft">{label}</dt>
      <dd className={value === null ? "text-lg leading-[2.375rem] text-soft" : HEADLINE}>{value ?? "no spins yet"}</dd>
      {previous !== undefined && (
        <dd className="mt-auto flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-soft tabular-nums">
          {change !== null && <Change change={change} better={better} />}
          <span>{previous === null ? "no previous period" : `previous ${previous}`}</span>
        </dd>
      )}
    </dl>
  );
}

const HEADLINE = "text-figure font-semibold tracking-figure tabular-nums";

function Change({ change, better }: { change: number; better: FigureCardProps["better"] }) {
  const text = formatChange(change);
  if (Number.parseFloat(text) === 0) return <span className="font-semibold text-ink">= {text}</span>;

  const good = change > 0 === (better === "higher");
  return (
    <span className={`font-semibold ${good ? "text-good" : "text-bad"}`}>
      <span aria-hidden="true">{change > 0 ? "▲" : "▼"} </span>
      {text}
      <span className="sr-only">{good ? ", better" : ", worse"}</span>
    </span>
  );
}
