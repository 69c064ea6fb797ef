/** What a page says of its own coming up; times in ms since the navigation began. */
export interface Seen {
  /** Largest contentful paint so far. */
  largest: number;
  /** When the first figure was painted. */
  figure: number;
  /** Layout shifts, added up. */
  shift: number;
  /** Tasks that held the main thread for more than 50 ms. */
  tasks: { from: number; to: number }[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/**
 * Runs in the page before anything of its own. `figure` selects its first figure. No function in here has a name:
 * what compiles this file would refer to a helper that the page does not have.
 */
export function probe(figure: string): void {
  const seen: Seen = { largest: 0, figure: 0, shift: 0, tasks: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ("value" in entry && typeof entry.value === "number") seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ from: startTime, to: startTime + duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.figure ||= startTime;
  }).observe({ type: "element", buffered: true });
  new MutationObserver((_, observer) => {
    const first = document.querySelector(figure);
    if (!first?.textContent) return;
    observer.disconnect();
    first.setAttribute("elementtiming", "figure");
  }).observe(document, { childList: true, subtree: true, characterData: true });
}
