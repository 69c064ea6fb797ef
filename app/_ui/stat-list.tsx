import type { ReactNode } from "react";

interface StatListProps {
  stats: readonly { label: string; value: ReactNode }[];
}

/** Small facts side by side. */
export function StatList({ stats }: StatListProps) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {stats.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-soft">{label}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
