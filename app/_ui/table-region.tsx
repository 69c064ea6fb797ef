import type { ReactNode } from "react";

interface TableRegionProps {
  caption: string;
  children: ReactNode;
}

/** A captioned table that scrolls inside itself, by keyboard too, where the screen is narrower than it is. */
export function TableRegion({ caption, children }: TableRegionProps) {
  return (
    // With a tabIndex, as Safari scrolls only what has the focus.
    <section className="surface figures-region" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption>
          <h2 className="text-base font-semibold">{caption}</h2>
        </caption>
        {children}
      </table>
    </section>
  );
}
