import { EmptyState } from "./empty-state";

interface EmptyTableProps {
  caption: string;
  title: string;
}

/** What a captioned table is before its first row. */
export function EmptyTable({ caption, title }: EmptyTableProps) {
  return (
    <section className="surface" aria-label={caption}>
      <h2 className="px-5 pt-4 text-base font-semibold max-sm:px-3.5">{caption}</h2>
      <EmptyState title={title} />
    </section>
  );
}
