/** The settings of displays. */
export const walls = {
  title: "Wall displays",
  lead: "A board for the television in the office. Whoever has its link sees it, without signing in, until you revoke it.",
  new: "New display",
  name: "Name of a new display",
  nameHint: "Say where it hangs: the kitchen, the fourth floor.",
  board: "What it shows",
  boards: { both: "People and spinners", people: "People", spinners: "Spinners" },
  names: "People’s names",
  nameKinds: { full: "In full", short: "First name and initial", hidden: "Not at all" },
  days: "Figures of",
  dayKinds: { 7: "the last 7 days", 30: "the last 30 days", 90: "the last 90 days" },
  make: "Put it up",
  made: "It is up. Open its link on the screen.",
  revoked: "Revoked. Its link opens nothing any more.",
  none: "No display yet. Put up the first one above.",
  shows: "Shows",
  link: "Link",
  open: "Open",
  openNamed: (name: string) => `Open ${name}`,
  revoke: "Revoke",
  state: "State",
  revokedAt: (when: string) => `Revoked ${when}`,
};

/** The page of one display. */
export const oneWall = {
  title: (name: string) => `Display ${name}`,
  link: "Link",
  warning: "Whoever has this link sees nothing from the moment you revoke it. That cannot be taken back.",
  isRevoked: "This display is revoked.",
  revoke: "Revoke this display",
  all: "All displays",
};

/** The display itself. */
export const wall = {
  title: (tenant: string) => `${tenant}: who spins longest`,
  board: { people: "People", spinners: "Spinners" },
  days: { 7: "Average of the last 7 days", 30: "Average of the last 30 days", 90: "Average of the last 90 days" },
  none: "No spins yet",
  someone: "Somebody",
};

/** Name and colour of a workspace, and the way about the settings. */
export const settings = {
  title: "Settings",
  nav: "Settings",
  keys: "Keys",
  walls: "Wall displays",
  workspace: "Workspace",
  workspaceLead: "What your workspace is called, and the colour of its pages.",
  name: "Name",
  accent: "Accent colour",
  accents: {
    teal: "Teal",
    blue: "Blue",
    violet: "Violet",
    magenta: "Magenta",
    green: "Green",
    orange: "Orange",
    graphite: "Graphite",
  },
  save: "Save",
  saved: "Saved.",
};
