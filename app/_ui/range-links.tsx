import { words } from "@/lib/words/words";
import { Button } from "./button";

const RANGES = ["7d", "30d", "90d", "all"] as const;

interface RangeLinksProps {
  /** The page's own path, to which the range is added. */
  path: string;
  selected: (typeof RANGES)[number] | "custom";
  from: string | null;
  to: string | null;
  /** The last day that can be chosen: today. */
  max: string;
}

/** Chooses the days a page is about; the choice is in its address. */
export function RangeLinks({ path, selected, from, to, max }: RangeLinksProps) {
  const { period } = words();
  return (
    <search aria-label={period.label} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <ul className="flex gap-1 rounded-md bg-sunken p-1 max-sm:w-full">
        {RANGES.map((value) => (
          <li key={value} className="max-sm:grow">
            <a
              className="block rounded-sm px-3 py-1.5 text-center whitespace-nowrap text-soft no-underline hover:text-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink max-sm:px-1"
              href={`${path}?range=${value}`}
              aria-current={value === selected ? "true" : undefined}
            >
              {period[value]}
            </a>
          </li>
        ))}
      </ul>
      <form action={path} className="flex flex-wrap items-end gap-2 max-sm:w-full">
        <DayInput label={period.from} name="from" max={max} day={from} />
        <DayInput label={period.to} name="to" max={max} day={to} />
        <Button variant="quiet">{period.apply}</Button>
      </form>
    </search>
  );
}

interface DayInputProps {
  label: string;
  name: string;
  max: string;
  day: string | null;
}

function DayInput({ label, name, max, day }: DayInputProps) {
  return (
    <label className="flex min-w-0 items-center gap-2 text-soft max-sm:grow max-sm:basis-30 max-sm:flex-col max-sm:items-stretch max-sm:gap-1">
      {label}
      <input
        className="h-10 min-w-0 rounded-md border border-edge bg-surface px-2 text-ink max-sm:text-base"
        type="date"
        name={name}
        max={max}
        defaultValue={day ?? undefined}
        required
      />
    </label>
  );
}
