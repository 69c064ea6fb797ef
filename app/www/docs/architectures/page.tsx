import type { Metadata } from "next";
import { DataTable } from "@/app/_ui/data-table";
import { html } from "@/app/_ui/markup";
import { TitledSection } from "@/app/_ui/titled-section";
import { apexUrl } from "@/lib/http/public-url";
import { words } from "@/lib/words/words";
import { ApexPage } from "../../_parts/apex-page";

export function generateMetadata(): Metadata {
  const { architectures } = words();
  const canonical = apexUrl("/docs/architectures");
  return { description: architectures.lead, robots: { index: true }, alternates: { canonical } };
}

export default function ArchitecturesPage() {
  const { architectures } = words();
  const { cost, shared, schema, database } = architectures;
  const rows = architectures.rows.map(
    ([name = "", ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  return (
    <ApexPage title={architectures.title} current="/docs/architectures">
      <div className="grid gap-3">
        <h1 className="text-hero font-semibold tracking-tight">{architectures.title}</h1>
        <p className="max-w-prose text-lg text-soft">{architectures.lead}</p>
      </div>
      <TitledSection title={architectures.short}>
        <ul className="grid max-w-prose list-disc gap-2 pl-5 text-base">
          {architectures.shorts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </TitledSection>
      <DataTable
        caption={architectures.costs}
        columns={{ text: [cost], figures: [shared, schema, database] }}
        rows={rows}
        empty=""
      />
      <TitledSection title={architectures.questions}>
        <dl className="grid gap-6 sm:grid-cols-2">
          {architectures.asked.map(({ name, text }) => (
            <div key={name}>
              <dt className="text-base font-semibold">{name}</dt>
              <dd className="text-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </TitledSection>
    </ApexPage>
  );
}
