import { requestContext } from "@/lib/http/request-context";
import { words } from "@/lib/words/words";

interface PageTitleProps {
  page: string;
  /** Whose it is; if left out, the tenant's that was asked, else the product's. */
  whose?: string;
}

/**
 * What a tab is called: what it shows first, as of ten tabs one reads the beginnings. And whose colour the page has: a
 * mark in its head, which the style sheet looks for.
 */
export function PageTitle({ page, whose }: PageTitleProps) {
  const { site } = words();
  const asked = requestContext().whose;
  return (
    <>
      <title>{site.title(page, whose ?? asked?.name ?? site.product)}</title>
      {asked?.accent && <meta name="accent" content={asked.accent} />}
    </>
  );
}
