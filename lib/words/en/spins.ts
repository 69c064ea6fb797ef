export const spins = {
  title: "Spins",
  import: "Import",
  export: (format: string) => `Export ${format}`,
  filter: {
    label: "Filter spins",
    spinner: "Spinner",
    person: "Person",
    from: "From",
    to: "To",
    apply: "Filter",
    clear: "Clear",
  },
  newestFirst: "Spins, newest first",
  oldestFirst: "Spins, oldest first",
  removed: "Removed. All figures follow.",
};

/** The page of one spin. */
export const oneSpin = {
  title: (when: string) => `Spin of ${when}`,
  person: "Person",
  spinner: "Spinner",
  duration: "Duration",
  seconds: "How long, in seconds",
  correct: "Correct",
  corrected: "Corrected. All figures follow.",
  undone: "Taken back. All figures follow.",
  removal: "Removal",
  remove: "Remove this spin",
  removing: "It goes out of every figure, and does not come back when its device sends it again.",
};
