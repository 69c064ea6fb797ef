import { words } from "@/lib/words/words";

/** What it does, in six squares. */
export function Features() {
  const { features } = words();
  return (
    <section aria-labelledby="features" className="grid gap-6">
      <h2 id="features" className="text-xl font-semibold tracking-tight">
        {features.title}
      </h2>
      <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {features.items.map(({ name, text }) => (
          <li key={name} className="grid content-start gap-1">
            <h3 className="text-base font-semibold">{name}</h3>
            <p className="text-soft">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The three architectures, and the way to what they cost. */
export function Placements() {
  const { placements } = words();
  return (
    <section aria-labelledby="placements" className="grid gap-6">
      <h2 id="placements" className="text-xl font-semibold tracking-tight">
        {placements.title}
      </h2>
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
    </section>
  );
}
