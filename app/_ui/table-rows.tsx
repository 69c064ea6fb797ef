import type { Markup } from "./markup";

/**
 * The rows of a table as one piece of markup: an element for each of their cells would cost more of a page's time than
 * its queries do, twice over, as React renders it for the page and again for the page's payload.
 */
export function TableRows({ rows }: { rows: readonly Markup[] }) {
  return <tbody dangerouslySetInnerHTML={{ __html: rows.join("") }} />;
}
