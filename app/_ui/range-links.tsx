import { words } from "@/lib/words/words";
import { Button } from "./button";
import { ChoiceLinks } from "./choice-links";

const RANGES = ["7d", "30d", "90d", "all"] as const;

interface RangeLinksProps {
  /** The page's own path, to which the range is added. */
  path: string;
  /** What else the address says, and goes on to say. */
  kept?: Readonly<Record<string, string>>;
  selected: (typeof RANGES)[number] | "custom";
  from: string | null;
  to: string | null;
  /** The last day that can be chosen: today. */
  max: string;
}

/** Chooses the days a page is about; the choice is in its address. */
export function RangeLinks({ path, kept = {}, selected, from, to, max }: RangeLinksProps) {
  const { period } = words();
  return (
    <search
      aria-label={period.label}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:min-w-period"
    >
      <ChoiceLinks
        choices={RANGES.map((value) => ({
          href: `${path}?${new URLSearchParams({ ...kept, range: value })}`,
          name: period[value],
          chosen: value === selected,
        }))}
      />
      <form action={path} className="flex flex-wrap items-end gap-2 max-sm:w-full">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
