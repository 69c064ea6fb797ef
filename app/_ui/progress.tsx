import { words } from "@/lib/words/words";

interface ProgressProps {
  label: string;
  /** From 0 to 1. */
  share: number;
}

/** How far something is that goes on by itself; the page asks again every other second, without a script. */
export function Progress({ label, share }: ProgressProps) {
  const percent = Math.floor(share * 100);
  return (
    <div className="grid max-w-prose gap-2">
      <meta httpEquiv="refresh" content="2" />
      <p className="flex justify-between gap-4 font-medium">
        <span>{label}</span>
        <span className="tabular-nums">{words().units.percent(String(percent))}</span>
      </p>
      <progress className="progress" aria-label={label} max={100} value={percent} />
    </div>
  );
}
