import type { ComponentProps } from "react";

type Variant = "primary" | "quiet";

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  variant?: Variant;
}

/** A button of a form; it submits unless told otherwise. */
export function Button({ variant = "primary", type = "submit", ...button }: ButtonProps) {
  return <button className={`button button-${variant}`} type={type} {...button} />;
}

interface ButtonLinkProps extends Omit<ComponentProps<"a">, "className"> {
  href: string;
  variant?: Variant;
}

/** A link that looks like a button, for the next step of a page. */
export function ButtonLink({ variant = "primary", ...link }: ButtonLinkProps) {
  return <a className={`button button-${variant}`} {...link} />;
}
