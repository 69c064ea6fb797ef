import { requestContext } from "@/lib/http/request-context";
import { words } from "@/lib/words/words";

interface PageTitleProps {
  page: string;
  /** Whose it is; if left out, the tenant's that was asked, else the product's. */
  whose?: string;
}

/** What a tab is called: what it shows first, as of ten tabs one reads the beginnings. */
export function PageTitle({ page, whose = requestContext().whose }: PageTitleProps) {
  const { site } = words();
  return <title>{site.title(page, whose ?? site.product)}</title>;
}
