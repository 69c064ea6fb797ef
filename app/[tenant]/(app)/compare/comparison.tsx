import { PageHeader } from "@/app/_ui/page-header";
import { RangeLinks } from "@/app/_ui/range-links";
import { chooseRange } from "@/lib/figures/choose-range";
import { today } from "@/lib/figures/date-range";
import type { OneSubject } from "@/lib/figures/rolled";
import { subjectFigures } from "@/lib/figures/subject";
import { formOptions } from "@/lib/spins/form-options";
import type { TenantScope } from "@/lib/tenancy/scope";
import { words } from "@/lib/words/words";
import { CompareChart } from "./compare-chart";
import { CompareForm } from "./compare-form";
import { figureRows, recordRows } from "./compare-rows";
import { CompareTable } from "./compare-table";

interface Named {
  id: string;
  name: string;
}

const FOLDERS = { spinner: "spinners", person: "people" } as const;

/** Two spinners, or two people, side by side over the range that the address asks for. Throws 422. */
export async function comparison(
  at: TenantScope,
  kind: OneSubject["kind"],
  [one, other]: readonly [Named, Named],
  query: URLSearchParams,
) {
  const { comparison: say } = words();
  const { timeZone } = at.tenant;
  const { selected, range } = chooseRange(query, timeZone);
  const of = ({ id }: Named) => subjectFigures(at, { kind, id }, range);
  const [first, second, options] = await at.read(() => Promise.all([of(one), of(other), formOptions(at)]));
  const folder = FOLDERS[kind];
  const path = `/${folder}/${one.id}`;
  const both = [one, other].map(({ id, name }) => ({ name, href: `/${folder}/${id}` }));
  return (
    <>
      <PageHeader
        title={say.title(one.name, other.name)}
        actions={<CompareForm path={path} options={options[folder]} self={one.id} other={other} query={query} />}
      />
      <RangeLinks path={path} kept={{ with: other.id }} selected={selected} {...range} max={today(timeZone)} />
      <CompareTable caption={say.figures} both={both} rows={figureRows([first, second])} />
      <CompareChart names={[one.name, other.name]} days={[first.days, second.days]} />
      <CompareTable caption={say.records} both={both} rows={recordRows([first, second], kind, timeZone)} />
    </>
  );
}
