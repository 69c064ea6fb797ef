import { ButtonLink } from "./button";

interface PagerProps {
  /** Address of the first page; absent on it. */
  newest?: string;
  /** Address of the page after this one; absent on the last. */
  next?: string;
}

/** The way through a long list, newest first. */
export function Pager({ newest, next }: PagerProps) {
  if (newest === undefined && next === undefined) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3">
      {newest !== undefined && (
        <ButtonLink variant="quiet" href={newest}>
          <span aria-hidden="true">«&nbsp;</span>Newest
        </ButtonLink>
      )}
      {next !== undefined && (
        <span className="ml-auto">
          <ButtonLink variant="quiet" href={next} rel="next">
            Older<span aria-hidden="true">&nbsp;›</span>
          </ButtonLink>
        </span>
      )}
    </nav>
  );
}
