import { ButtonLink } from "@/app/_ui/button";
import { ExportLinks } from "@/app/_ui/export-links";
import type { SpinFilter } from "@/lib/spins/list";
import { words } from "@/lib/words/words";

interface SpinFilesProps {
  filter: SpinFilter;
  mayImport: boolean;
}

/** The ways out of the list as a file, and into it. */
export function SpinFiles({ filter, mayImport }: SpinFilesProps) {
  return (
    <>
      <ExportLinks filter={filter} />
      {mayImport && (
        <ButtonLink variant="quiet" href="/spins/import">
          {words().spins.import}
        </ButtonLink>
      )}
    </>
  );
}
