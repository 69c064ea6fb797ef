import { useCallback, useEffect, useRef, useState } from "react";
import { type Kept, load, save } from "./kept";
import { finish, type Run, restsAt } from "./run";
import { type Sent, send } from "./send";

const AGAIN_MS = 5_000;

interface Runs {
  running: Run | null;
  /** How many runs wait to be sent, and why the first of them does. */
  waiting: number;
  trouble: Exclude<Sent, "stored"> | null;
  begin: (run: Run) => void;
  stop: () => void;
  /** Forgets the run that was refused. */
  discard: () => void;
}

/**
 * The runs of one person in this browser: kept through reloads and sleep, finished when they come to rest, sent one
 * after another until they are stored. Tells `onStored` of each, by its id.
 */
export function useRuns(person: string, onStored: (id: string) => void): Runs {
  const [kept, setKept] = useState<Kept>({ running: null, waiting: [] });
  const [trouble, setTrouble] = useState<Runs["trouble"]>(null);
  const sending = useRef(false);

  /** Changes what is kept: from what is kept now, as another window may have changed it. */
  const change = useCallback(
    (how: (before: Kept) => Kept) => {
      const after = how(load(person));
      save(person, after);
      setKept(after);
    },
    [person],
  );

  const flush = useCallback(async () => {
    const [first] = load(person).waiting;
    if (!first || sending.current) return;
    sending.current = true;
    const sent = await send(first, person);
    sending.current = false;
    setTrouble(sent === "stored" ? null : sent);
    if (sent !== "stored") return;
    change(({ running, waiting }) => ({ running, waiting: waiting.filter(({ id }) => id !== first.id) }));
    onStored(first.id);
    void flush();
  }, [person, change, onStored]);

  const end = useCallback(
    (now: number) => {
      change(({ running, waiting }) => ({
        running: null,
        waiting: running ? [...waiting, finish(running, now)] : waiting,
      }));
      void flush();
    },
    [change, flush],
  );

  useEffect(() => change((before) => before), [change]);

  useEffect(() => {
    const again = () => void flush();
    const timer = window.setInterval(again, AGAIN_MS);
    window.addEventListener("online", again);
    again();
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [flush]);

  const { running } = kept;
  useEffect(() => {
    if (!running?.flick) return;
    const timer = window.setTimeout(() => end(Date.now()), Math.max(0, restsAt(running) - Date.now()));
    return () => window.clearTimeout(timer);
  }, [running, end]);

  return {
    running,
    waiting: kept.waiting.length,
    trouble: kept.waiting.length > 0 ? trouble : null,
    begin: (run) => change(({ waiting }) => ({ running: run, waiting })),
    stop: () => end(Date.now()),
    discard: () => change(({ running: still, waiting }) => ({ running: still, waiting: waiting.slice(1) })),
  };
}
