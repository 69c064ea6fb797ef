"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";

interface TrendReaderProps {
  label: string;
  /** How many points the drawing has. */
  count: number;
  children: ReactNode;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
};

/** Reads a drawing out, point by point, under the pointer or by the arrow keys: in the words of the table below it. */
export function TrendReader({ label, count, children }: TrendReaderProps) {
  const box = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const [point, setPoint] = useState<number>();
  useEffect(() => setReady(true), []);

  const shown = point === undefined ? undefined : Math.min(point, count - 1);
  const said = shown === undefined ? undefined : cellsOf(box.current, shown);

  function follow({ clientX, currentTarget }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect();
    setPoint(Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count))));
  }

  function step(event: KeyboardEvent) {
    const from = shown ?? count - 1;
    const to = { Home: 0, End: count - 1, Escape: undefined }[event.key] ?? from + (STEPS[event.key] ?? Number.NaN);
    if (event.key === "Escape") return setPoint(undefined);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    setPoint(Math.max(0, Math.min(count - 1, to)));
  }

  return (
    <div
      ref={box}
      className="trend-reader"
      onPointerMove={follow}
      onPointerLeave={() => setPoint(undefined)}
      {...(ready && {
        role: "slider",
        tabIndex: 0,
        "aria-label": label,
        "aria-valuemin": 1,
        "aria-valuemax": count,
        "aria-valuenow": (shown ?? count - 1) + 1,
        "aria-valuetext": (said ?? cellsOf(box.current, count - 1)).join(", "),
        onKeyDown: step,
        onFocus: () => setPoint(count - 1),
        onBlur: () => setPoint(undefined),
      })}
    >
      {children}
      {shown !== undefined && said && (
        <div className="trend-readout" aria-hidden="true" style={{ left: `${((shown + 0.5) / count) * 100}%` }}>
          <p data-side={shown < count / 2 ? "right" : "left"}>
            {said.map((cell, index) => (
              <span key={String(index)}>{cell}</span>
            ))}
          </p>
        </div>
      )}
    </div>
  );
}

function cellsOf(box: HTMLElement | null, point: number): string[] {
  const row = box?.closest("figure")?.querySelector("table")?.tBodies[0]?.rows[point];
  return row ? Array.from(row.cells, ({ textContent }) => textContent ?? "") : [];
}
