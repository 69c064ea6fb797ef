import { type ReactNode, useId } from "react";

interface TitledSectionProps {
  title: string;
  /** Of a page of text, or of a surface among figures. */
  size?: "large" | "small";
  className?: string;
  children: ReactNode;
}

const SIZES = { large: "text-xl font-semibold tracking-tight", small: "text-base font-semibold" };

/** A part of a page under a heading that names it. */
export function TitledSection({ title, size = "large", className = "grid gap-4", children }: TitledSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className={SIZES[size]}>
        {title}
      </h2>
      {children}
    </section>
  );
}
