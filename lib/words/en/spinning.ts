export const spinning = {
  title: "Record a spin",
  lead: "Flick the spinner, or time the one on your desk. It is recorded when it stops.",
  mine: (name: string) => `${name} (mine)`,
  noSpinner: "There is no spinner yet",
  addFirst: "Add one first",
  byHand: "Timed it otherwise?",
  spinner: "Spinner",
  seconds: "How long, in seconds",
  secondsHint: "For example 93.5; at most a day.",
  record: "Record",
};

/** Read in the browser: texts only. */
export const flick = {
  label: "Flick it here",
  spinner: "Which one",
  flick: "Flick it",
  stop: "Stop",
  start: "Time the one on my desk",
  hint: "Turn it with a finger or the mouse and let go, or press the button. Take hold of it to stop.",
  running: "How long it has spun",
  seconds: "s",
  waiting: "No connection. Kept here until there is one; runs that wait:",
  signedOut: "You are signed out. The run is kept here and sent when you have signed in again.",
  refused: "This run cannot be recorded: its spinner may be gone.",
  discard: "Discard it",
};

export const landing = {
  recorded: (duration: string, spinner: string) => `${duration} with ${spinner}, recorded`,
  newBest: (before: string | null) =>
    before === null ? "Your first run: the one to beat." : `A new personal best, after ${before}.`,
  best: "Personal best",
  streak: "Streak",
  place: "Place, last 30 days",
  of: (rank: string, people: string) => `${rank} of ${people}`,
  moved: (places: number | null) => {
    if (places === null) return "You are on the board.";
    if (places === 0) return "Your place is as it was.";
    return places > 0 ? `Up ${places} by this run.` : `Down ${-places} by this run: averages count.`;
  },
  board: "See the board",
};
