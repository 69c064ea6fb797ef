import type { HourCell } from "@/lib/figures/hours";
import { words } from "@/lib/words/words";
import { EmptyTable } from "./empty-table";
import { formatHour, formatSpins, formatWeekday } from "./format";
import { html, type Markup } from "./markup";
import { TableRows } from "./table-rows";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How many spins fell on each hour of the week, in the tenant's time zone: the more, the deeper its colour. */
export function WeekTable({ cells }: { cells: readonly HourCell[] }) {
  const { week } = words();
  if (cells.length === 0) return <EmptyTable caption={week.title} title={week.empty} />;
  const spins = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell.spins]));
  const most = Math.max(...spins.values());
  return (
    <section className="surface heat" aria-labelledby="week">
      <div>
        <h2 id="week" className="text-base font-semibold">
          {week.title}
        </h2>
        <p aria-hidden="true">
          {week.least} <i /> <i /> <i /> <i /> {week.most}
        </p>
      </div>
      <table aria-labelledby="week">
        <thead>
          <tr>
            <th scope="col">{week.day}</th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span>{formatHour(hour)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <TableRows
          rows={WEEKDAYS.map((weekday) => row(weekday, (hour) => spins.get(`${weekday} ${hour}`) ?? 0, most))}
        />
      </table>
    </section>
  );
}

function row(weekday: number, spinsAt: (hour: number) => number, most: number): Markup {
  const { week } = words();
  const day = formatWeekday(weekday);
  const cells = HOURS.map((hour) => {
    const spins = spinsAt(hour);
    if (spins === 0) return html`<td>0</td>`;
    const share = Math.max(0.08, spins / most).toFixed(2);
    return html`<td style="--share:${share}" title="${week.cell(day, formatHour(hour), formatSpins(spins))}">${spins}</td>`;
  });
  return html`<tr><th scope="row">${day}</th>${cells}</tr>`;
}
