/** One measured run. */
export interface Spin {
  id: string;
  spinner: { id: string; name: string };
  person: { id: string; name: string };
  /** Whole milliseconds. */
  durationMs: number;
  /** RFC 3339 in UTC, whole milliseconds. */
  spunAt: string;
}
