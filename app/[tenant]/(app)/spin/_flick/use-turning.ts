import { type RefObject, useCallback, useEffect, useRef } from "react";
import { elapsedMs, type Run, turned } from "./run";

/** From here on the lobes cannot be told apart, in radians per second. */
const BLURRED = 30;

interface Turning {
  /** What turns, what is seen of it instead when it is fast, and the clock. */
  body: RefObject<SVGGElement | null>;
  blur: RefObject<SVGCircleElement | null>;
  clock: RefObject<HTMLElement | null>;
  /** Where it points, in radians. */
  angle: RefObject<number>;
  /** Draws it so, in radians and radians per second. */
  show: (angle: number, speed: number) => void;
}

/** Draws a run frame by frame, past React; for those who asked for less motion the clock alone goes on. */
export function useTurning(running: Run | null, locale: string): Turning {
  const body = useRef<SVGGElement>(null);
  const blur = useRef<SVGCircleElement>(null);
  const clock = useRef<HTMLElement>(null);
  const angle = useRef(0);

  const show = useCallback((at: number, speed: number) => {
    body.current?.setAttribute("transform", `rotate(${(at * 180) / Math.PI} 24 24)`);
    blur.current?.style.setProperty("opacity", String(Math.min(1, Math.abs(speed) / BLURRED)));
  }, []);

  useEffect(() => {
    if (!running) return show(angle.current, 0);
    const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let frame = requestAnimationFrame(function draw() {
      const now = Date.now();
      const at = turned(running, now);
      angle.current = at.angle;
      if (!still) show(at.angle, at.speed);
      if (clock.current) clock.current.textContent = seconds.format(Math.floor(elapsedMs(running, now) / 100) / 10);
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, locale, show]);

  return { body, blur, clock, angle, show };
}
