import { formatDay } from "@/app/_ui/format";
import { today } from "@/lib/figures/date-range";
import { words } from "@/lib/words/words";

interface RetiredLeadProps {
  /** RFC 3339. */
  since: string;
  timeZone: string;
}

/** Says of a spinner that it is retired, and what that means. */
export function RetiredLead({ since, timeZone }: RetiredLeadProps) {
  return words().oneSpinner.retired(formatDay(today(timeZone, new Date(since))));
}
