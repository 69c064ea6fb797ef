import type { Ref } from "react";
import { BEARING, BODY } from "@/app/_ui/spinner-mark";

interface SpinnerDrawingProps {
  /** What turns. */
  turning: Ref<SVGGElement>;
  /** What is seen of it instead, the faster the more. */
  blur: Ref<SVGCircleElement>;
}

/** The spinner itself, large. */
export function SpinnerDrawing({ turning, blur }: SpinnerDrawingProps) {
  return (
    <svg className="flick-drawing" viewBox="0 0 48 48" aria-hidden="true">
      <circle ref={blur} className="flick-blur" cx="24" cy="24" r="15" />
      <g ref={turning}>
        <path fillRule="evenodd" d={BODY} />
      </g>
      <path className="flick-cap" fillRule="evenodd" d={BEARING} />
    </svg>
  );
}
