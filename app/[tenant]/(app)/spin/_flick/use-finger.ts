import { type PointerEvent, useRef } from "react";
import { flickOf, type Sample, SLOWEST, turnBetween } from "./motion";

interface Finger {
  /** A finger or mouse took hold of it: it turns with the hand from here on. */
  onGrab: () => void;
  /** Where it was turned to, in radians from where it was taken. */
  onTurn: (by: number) => void;
  /** It was let go at `speed`, in radians per second; 0 where it was only put down. */
  onRelease: (speed: number, by: number) => void;
}

/** Turns what a pointer does around the middle of an element into a flick. */
export function useFinger({ onGrab, onTurn, onRelease }: Finger) {
  const samples = useRef<Sample[]>([]);

  const directionOf = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return Math.atan2(clientY - top - height / 2, clientX - left - width / 2);
  };

  const follow = (event: PointerEvent, direction: number) => {
    const before = samples.current.at(-1);
    const angle = before ? before.angle + turnBetween(before.angle, direction) : direction;
    samples.current = [...samples.current.slice(-50), { at: event.timeStamp, angle }];
    return angle;
  };

  const first = useRef(0);
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      samples.current = [];
      first.current = follow(event, directionOf(event));
      onGrab();
    },
    onPointerMove(event: PointerEvent) {
      if (samples.current.length > 0) onTurn(follow(event, directionOf(event)) - first.current);
    },
    onPointerUp(event: PointerEvent) {
      const last = samples.current.at(-1);
      if (!last) return;
      const speed = flickOf(samples.current, event.timeStamp);
      samples.current = [];
      onRelease(Math.abs(speed) < SLOWEST ? 0 : speed, last.angle - first.current);
    },
    onPointerCancel() {
      samples.current = [];
      onRelease(0, 0);
    },
  };
}
