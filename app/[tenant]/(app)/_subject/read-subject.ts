import { type ChosenRange, chooseRange } from "@/lib/figures/choose-range";
import type { OneSubject } from "@/lib/figures/rolled";
import { type SubjectFigures, subjectFigures } from "@/lib/figures/subject";
import { type FormOptions, formOptions } from "@/lib/spins/form-options";
import { listSpins } from "@/lib/spins/list";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface SubjectRead {
  chosen: ChosenRange;
  figures: SubjectFigures;
  /** The latest of the range. */
  spins: Spin[];
  /** What it can be compared with. */
  options: FormOptions;
}

/** What the page of a spinner and that of a person show alike, over the range that the address asks for. */
export async function readSubject(at: TenantScope, subject: OneSubject, query: URLSearchParams): Promise<SubjectRead> {
  const chosen = chooseRange(query, at.tenant.timeZone);
  const [figures, latest, options] = await at.read(() =>
    Promise.all([
      subjectFigures(at, subject, chosen.range),
      listSpins(at, { ...chosen.range, [subject.kind]: subject.id }, { limit: 20 }),
      formOptions(at),
    ]),
  );
  return { chosen, figures, spins: latest.items, options };
}
