const KEPT_AS = "single-keys";

/** Whether keys by themselves do something in this browser; without a store to keep that in, they do. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true;
  }
}

export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, "off");
  } catch {
    // A browser that keeps nothing has them on.
  }
}
