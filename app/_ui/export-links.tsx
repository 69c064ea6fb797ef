import type { SpinFilter } from "@/lib/spins/list";
import { words } from "@/lib/words/words";
import { ButtonLink } from "./button";

/** The list as files, filtered as it is shown. */
export function ExportLinks({ filter }: { filter: SpinFilter }) {
  const { from, to, spinner, person } = filter;
  const given = Object.entries({ from, to, spinner, person }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return ["csv", "ndjson"].map((format) => (
    <ButtonLink
      key={format}
      variant="quiet"
      href={`/spins/export?${new URLSearchParams([["format", format], ...given])}`}
    >
      {words().spins.export(format.toUpperCase())}
    </ButtonLink>
  ));
}
