const LOBES =
  "M17.39 15.01A8 8 0 1 1 30.61 15.01A4.97 4.97 0 0 0 35.09 22.77A8 8 0 1 1 28.48 34.22A4.97 4.97 0 0 0 19.52 34.22A8 8 0 1 1 12.91 22.77A4.97 4.97 0 0 0 17.39 15.01Z";
const HOLES =
  "M20 10.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0ZM31.69 30.75a4 4 0 1 0 8 0a4 4 0 1 0-8 0ZM8.31 30.75a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z";
/** The axle in the middle, which stands still while the rest turns. */
export const BEARING = "M20 24a4 4 0 1 0 8 0a4 4 0 1 0-8 0ZM22 24a2 2 0 1 0 4 0a2 2 0 1 0-4 0Z";

/** What turns. */
export const BODY = LOBES + HOLES;

/** The outline of the mark, to be filled by the even-odd rule in a box of 48. */
export const MARK = BODY + BEARING;

interface SpinnerMarkProps {
  /** Width and height in CSS pixels. */
  size?: number;
}

/** The product's mark in the colour of the text around it; beside a name, so hidden from assistive technology. */
export function SpinnerMark({ size = 28 }: SpinnerMarkProps) {
  return (
    <svg
      className="spinner-mark shrink-0"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="currentColor"
      aria-hidden="true"
    >
      <path fillRule="evenodd" d={MARK} />
    </svg>
  );
}
