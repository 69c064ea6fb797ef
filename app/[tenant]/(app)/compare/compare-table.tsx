import { html, type Markup } from "@/app/_ui/markup";
import { TableRegion } from "@/app/_ui/table-region";
import { TableRows } from "@/app/_ui/table-rows";
import { words } from "@/lib/words/words";
import { type Contest, standing } from "./ahead";

export interface Cell {
  value: string;
  /** More about it, beneath. */
  note?: string;
}

/** What both have of one thing. */
export interface CompareRow {
  label: string;
  cells: readonly [Cell, Cell];
  /** Left out where none can be ahead. */
  contest?: Contest;
}

interface CompareTableProps {
  caption: string;
  /** Their names, and where their own pages are. */
  both: readonly { name: string; href: string }[];
  rows: readonly CompareRow[];
}

/** Two side by side, and who is ahead; on a narrow screen each label stands above its pair. */
export function CompareTable({ caption, both, rows }: CompareTableProps) {
  return (
    <TableRegion caption={caption}>
      <thead data-compare>
        <tr>
          <th scope="col" className="text">
            {words().comparison.figure}
          </th>
          {both.map(({ name, href }) => (
            <th key={href} scope="col" className="text">
              <a href={href}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <TableRows rows={rows.map(row)} />
    </TableRegion>
  );
}

function row({ label, cells, contest }: CompareRow): Markup {
  const said = contest ? standing(contest) : ["", ""];
  const pair = cells.map((each, index) => cell(each, said[index] ?? ""));
  return html`<tr><th scope="row">${label}</th>${pair}</tr>`;
}

function cell({ value, note }: Cell, said: string): Markup {
  const level = said === words().comparison.level;
  const ahead = said === "" ? "" : html` <small${level ? "" : UP}>${said}</small>`;
  return html`<td class="text"><span class="font-semibold">${value}</span>${ahead}${note ? html`<p class="text-soft">${note}</p>` : ""}</td>`;
}

const UP = html` class="up"`;
