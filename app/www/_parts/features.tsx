import { TitledSection } from "@/app/_ui/titled-section";
import { words } from "@/lib/words/words";

/** What it does, in six squares. */
export function Features() {
  const { features } = words();
  return (
    <TitledSection title={features.title} className="grid gap-6">
      <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {features.items.map(({ name, text }) => (
          <li key={name} className="grid content-start gap-1">
            <h3 className="text-base font-semibold">{name}</h3>
            <p className="text-soft">{text}</p>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}
