import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { formatSpins } from "@/app/_ui/format";
import { html } from "@/app/_ui/markup";
import { spinningCells } from "@/app/_ui/spinning-cells";
import { spinningColumns } from "@/app/_ui/table-head";
import type { Spinner } from "@/lib/spinners/find";
import type { MergeForecast } from "@/lib/spinners/merge-forecast";
import { words } from "@/lib/words/words";
import { merge } from "./actions";

interface ConfirmMergeProps {
  from: Spinner;
  into: Spinner;
  forecast: MergeForecast;
}

/** Says in numbers what a merge would do, and asks. */
export function ConfirmMerge({ from, into, forecast }: ConfirmMergeProps) {
  const { merging } = words();
  const lines = [
    { name: from.name, figures: forecast.from },
    { name: into.name, figures: forecast.into },
    { name: merging.together, figures: forecast.together },
  ];
  const rows = lines.map(({ name, figures }) => html`<tr><th scope="row">${name}</th>${spinningCells(figures)}</tr>`);
  const { spins } = forecast.from;
  return (
    <>
      <ul className="max-w-prose list-disc pl-5 text-base">
        <li>{merging.moves(formatSpins(spins), spins, into.name)}</li>
        <li>{merging.leads(from.name, into.name)}</li>
        <li className="font-semibold">{merging.forEver}</li>
      </ul>
      <DataTable
        caption={merging.outcome}
        columns={{ text: [merging.spinner], figures: spinningColumns() }}
        rows={rows}
        empty={merging.nothing}
      />
      <ActionForm action={merge}>
        <input type="hidden" name="from" value={from.id} />
        <input type="hidden" name="into" value={into.id} />
        <Button>{merging.confirm}</Button>
      </ActionForm>
    </>
  );
}
