"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Words } from "@/lib/words/words";
import { SpinnerDrawing } from "./spinner-drawing";
import { useFinger } from "./use-finger";
import { useRuns } from "./use-runs";
import { useTurning } from "./use-turning";

interface SpinStageProps {
  /** The signed-in person's id. */
  person: string;
  /** What can be spun, the likeliest first; at least one. */
  spinners: readonly { value: string; label: string }[];
  /** How the reader writes numbers, as a BCP 47 tag. */
  locale: string;
  words: Words["flick"];
}

/** What a key gives it, in radians per second: a good flick. */
const BY_KEY = 24;

/** A spinner to flick with a finger, a mouse or a key, and a stop-watch for the one on the desk. */
export function SpinStage({ person, spinners, locale, words }: SpinStageProps) {
  const router = useRouter();
  const landed = useCallback((id: string) => router.replace(`/spin?landed=${id}`, { scroll: false }), [router]);
  const { running, waiting, trouble, begin, stop, discard } = useRuns(person, landed);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [spinner, setSpinner] = useState(spinners[0]?.value ?? "");
  const main = useRef<HTMLButtonElement>(null);
  const { body, blur, clock, angle, show } = useTurning(running, locale);

  const start = (speed = 0) => {
    const now = Date.now();
    const flick = speed === 0 ? {} : { flick: { at: now, speed, angle: angle.current } };
    begin({ id: crypto.randomUUID(), spinner, startedAt: now, ...flick });
  };

  const taken = useRef(0);
  const finger = useFinger({
    onGrab() {
      taken.current = angle.current;
      if (running) stop();
    },
    onTurn: (by) => show(taken.current + by, 0),
    onRelease(speed, by) {
      angle.current = taken.current + by;
      if (speed !== 0) start(speed);
    },
  });

  return (
    <div className="flick">
      <label className="flick-choice">
        {words.spinner}
        <select
          className="control"
          value={running?.spinner ?? spinner}
          onChange={(event) => setSpinner(event.target.value)}
          disabled={running !== null}
        >
          {spinners.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="flick-stage" data-ready={ready ? "" : undefined} {...finger}>
        <SpinnerDrawing turning={body} blur={blur} />
      </div>
      <p className="flick-clock" role="timer" aria-label={words.running} data-idle={running ? undefined : ""}>
        <b ref={clock}>0</b> {words.seconds}
      </p>
      <div className="flick-buttons">
        <button
          ref={main}
          type="button"
          className="button button-primary"
          onClick={() => (running ? stop() : start(BY_KEY))}
        >
          {running ? words.stop : words.flick}
        </button>
        {!running && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              main.current?.focus();
              start();
            }}
          >
            {words.start}
          </button>
        )}
      </div>
      <p className="flick-hint">{words.hint}</p>
      <p role="status" className="flick-trouble">
        {trouble === "later" && `${words.waiting} ${waiting}`}
        {trouble === "signed-out" && words.signedOut}
        {trouble === "refused" && (
          <>
            {words.refused}{" "}
            <button type="button" className="button button-quiet" onClick={discard}>
              {words.discard}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
