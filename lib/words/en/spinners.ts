export const spinners = {
  title: "Spinners",
  lead: "All that spins here, with figures of all time.",
  shown: "Which spinners",
  show: { used: "In use", retired: "Retired", all: "All" },
  none: {
    used: "No spinner in use. Add one below.",
    retired: "No spinner is retired.",
    all: "No spinner yet. Add the first one below.",
  },
  retired: "retired",
  new: "Add a spinner",
  name: "Name of a new spinner",
  add: "Add spinner",
};

/** The page of one spinner. */
export const oneSpinner = {
  retired: (day: string) => `Retired since ${day}: offered nowhere, while what devices still send goes on to count.`,
  owners: "Owners",
  firstOwners: (count: string) => `The first ${count} owners`,
  noOwners: "Nobody has spun it yet",
  rename: "Rename",
  name: "Name of this spinner",
  renamed: "Renamed. Nobody finds it by its old name any more.",
  nowRetired: "Retired. It is offered nowhere any more, and its figures stay.",
  nowReinstated: "In use again.",
  undone: "Taken back.",
  manage: "Manage",
  retiring: "A retired spinner is offered nowhere. Its figures stay, and what devices still send is stored.",
  retire: "Retire",
  reinstating: "It is retired. In use again, it is offered where spins are recorded.",
  reinstate: "Put into use again",
  mergingInto: "The same spinner twice, under two names?",
  merge: "Merge into another…",
};

/** Making one spinner of two. */
export const merging = {
  title: (name: string) => `Merge ${name}`,
  lead: "Of two spinners that are one in truth, one takes over all spins of the other.",
  into: "Merge into",
  choose: "See what would happen",
  nothing: "There is no other spinner to merge it into.",
  outcome: "Figures before and after",
  together: "Both together, from then on",
  spinner: "Spinner",
  moves: (spins: string, count: number, into: string) =>
    count === 0
      ? `It has no spins that could move to ${into}.`
      : `${spins} ${count === 1 ? "moves" : "move"} to ${into}.`,
  leads: (name: string, into: string) =>
    `Whoever says ${name} from then on means ${into}: devices, files, links and this page’s own address.`,
  forEver: "This cannot be taken back.",
  confirm: "Merge them",
  leave: "Leave them as they are",
  merged: "Merged. All spins of the other are here now, and its name leads here.",
};
