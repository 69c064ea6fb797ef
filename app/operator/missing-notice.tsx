import { Notice } from "@/app/_ui/notice";
import type { Missing } from "@/lib/reports/missing";
import { words } from "@/lib/words/words";

/** Whose figures are not in a report, and why. */
export function MissingNotice({ missing }: { missing: readonly Missing[] }) {
  const { operator } = words();
  return (
    <Notice tone="error">
      {operator.missing}
      <ul className="list-disc pl-5">
        {missing.map(({ id, slug, placement, server, reason }) => (
          <li key={id}>{operator.missingOne(slug, placement, server, reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
