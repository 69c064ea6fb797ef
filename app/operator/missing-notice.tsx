import { Notice } from "@/app/_ui/notice";
import type { Missing } from "@/lib/reports/missing";

/** Whose figures are not in a report, and why. */
export function MissingNotice({ missing }: { missing: readonly Missing[] }) {
  return (
    <Notice tone="error">
      Not in these figures, because their placement could not be read:
      <ul className="list-disc pl-5">
        {missing.map(({ id, slug, placement, server, reason }) => (
          <li key={id}>{`${slug}, ${placement} on ${server}: ${reason}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
