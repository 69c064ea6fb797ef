/** Keys of devices and other systems. */
export const keys = {
  title: "Keys",
  lead: "What devices and other systems show to record spins and read figures here.",
  none: "No key yet. Make the first one above.",
  made: "Made",
  lastUsed: "Last used",
  state: "State",
  revoke: "Revoke",
  revokedAt: "Revoked",
  may: { read: "Read", write: "Read and write" },
  new: "New key",
  name: "Name of a new key",
  nameHint: "Say where it goes: the desk in the lobby, the nightly import.",
  scope: "What it may do",
  make: "Make key",
  shownOnce: (name: string) => `The key of ${name}. Copy it now: it is shown this once.`,
  revoked: "Revoked. It is refused from now on.",
};

/** The page of one key. */
export const key = {
  title: (name: string) => `Key ${name}`,
  mayWhat: "May",
  isRevoked: "This key is revoked.",
  warning: "Whoever has this key is refused from the moment you revoke it. That cannot be taken back.",
  revoke: "Revoke this key",
  all: "All keys",
};
