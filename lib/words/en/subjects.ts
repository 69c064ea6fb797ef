/** What the page of a spinner and that of a person have in common. */
export const subject = {
  since: "Since",
  allSpins: "All spins",
};

export const records = {
  title: "Records",
  longest: "Longest spin ever",
  streak: "Longest streak",
  first: "First spin",
  place: "Place in this period",
  of: (rank: string, others: string) => `${rank} of ${others}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  noPlace: "not on the board",
  none: "none yet",
};

/** Two spinners, or two people, side by side. */
export const comparison = {
  with: "Compare with",
  compare: "Compare",
  title: (one: string, other: string) => `${one} and ${other}`,
  figures: "Figures in this period",
  records: "Records of all time",
  figure: "Figure",
  average: "Average",
  spins: "Spins",
  longest: "Longest",
  place: "Place",
  ahead: "ahead",
  aheadBy: (change: string) => `ahead, ${change}`,
  level: "level",
  trend: "Trend of both",
  drawing: "Average spin of both over time",
  read: "Read both trends with the arrow keys",
  caption: {
    day: "Averages of both per day",
    week: "Averages of both per week",
    month: "Averages of both per month",
    quarter: "Averages of both per quarter",
  },
  summary: (name: string, spins: string, from: string, to: string, least: string, most: string) =>
    `${name}: ${spins} from ${from} to ${to}, averages between ${least} and ${most}.`,
  empty: "Neither has spun in this period",
};
