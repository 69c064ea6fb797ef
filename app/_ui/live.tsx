"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

interface LiveProps {
  /** When the figures on the page were read, as Unix time in ms. */
  since: number;
  /** Where the stream is, if not where a signed-in person's is. */
  address?: string;
}

const AT_LEAST_MS = 1_000;
const REFUSED_MS = 10_000;

/** Keeps a page of figures up to date while somebody looks at it. Shows nothing; without it, one reloads. */
export function Live({ since, address = "/api/v1/live" }: LiveProps) {
  const router = useRouter();
  const read = useRef(since);
  read.current = since;

  useEffect(() => {
    let source: EventSource | undefined;
    let refreshing: number | undefined;
    let reopening: number | undefined;
    let refreshedAt = 0;

    /** Many who watch the same must not all ask at once: the server says over which time they are to spread. */
    function refreshSoon({ data }: MessageEvent<string>) {
      if (refreshing !== undefined) return;
      const spread = Number(JSON.parse(data).refresh_ms);
      const earliest = refreshedAt + Math.max(AT_LEAST_MS, spread) - Date.now();
      refreshing = window.setTimeout(refresh, Math.max(earliest, Math.random() * spread));
    }

    function refresh() {
      refreshing = undefined;
      refreshedAt = Date.now();
      router.refresh();
    }

    function open() {
      close();
      if (document.hidden) return;
      const url = new URL(address, location.href);
      url.searchParams.set("since", String(read.current));
      source = new EventSource(url);
      source.addEventListener("spins", refreshSoon);
      source.addEventListener("change", refreshSoon);
      source.addEventListener("error", () => {
        if (source?.readyState === EventSource.CLOSED)
          reopening = window.setTimeout(askWhy, Math.random() * AT_LEAST_MS);
      });
    }

    /** It was refused. Whether for good, the stream does not say: the same question without an answer's body does. */
    async function askWhy() {
      const { status } = await fetch(address, { method: "HEAD" }).catch(() => ({ status: 503 }));
      if (status < 400 || status === 429 || status === 503) reopening = window.setTimeout(open, REFUSED_MS);
      else router.refresh(); // nobody may look any more: the page says so
    }

    function close() {
      source?.close();
      window.clearTimeout(reopening);
      source = undefined;
    }

    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      window.clearTimeout(refreshing);
      close();
    };
  }, [router, address]);

  return null;
}
