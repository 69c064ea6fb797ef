import { TitledSection } from "@/app/_ui/titled-section";
import { words } from "@/lib/words/words";

/** The three architectures, and the way to what they cost. */
export function Placements() {
  const { placements } = words();
  return (
    <TitledSection title={placements.title} className="grid gap-6">
      <p className="max-w-prose text-soft">{placements.lead}</p>
      <ul className="grid gap-4 lg:grid-cols-3">
        {placements.rows.map(({ name, gives, choose }) => (
          <li key={name} className="surface grid content-start gap-2 p-5">
            <h3 className="text-base font-semibold">{name}</h3>
            <p className="text-soft">{gives}</p>
            <p>{placements.chooseIt(choose)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/docs/architectures">{placements.more}</a>
      </p>
    </TitledSection>
  );
}
