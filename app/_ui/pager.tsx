import { words } from "@/lib/words/words";
import { ButtonLink } from "./button";

interface PagerProps {
  /** Address of the first page; absent on it. */
  first?: string;
  /** Address of the page after this one; absent on the last. */
  next?: string;
}

/** The way through a long list. */
export function Pager({ first, next }: PagerProps) {
  if (first === undefined && next === undefined) return null;
  const { lists } = words();
  return (
    <nav aria-label={lists.pages} className="flex justify-between gap-3">
      {first !== undefined && (
        <ButtonLink variant="quiet" href={first}>
          <span aria-hidden="true">«&nbsp;</span>
          {lists.first}
        </ButtonLink>
      )}
      {next !== undefined && (
        <span className="ml-auto">
          <ButtonLink variant="quiet" href={next} rel="next">
            {lists.next}
            <span aria-hidden="true">&nbsp;›</span>
          </ButtonLink>
        </span>
      )}
    </nav>
  );
}
