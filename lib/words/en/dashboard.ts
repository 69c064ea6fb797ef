export const dashboard = {
  title: "Dashboard",
  figures: "Figures",
  spread: "Spread",
  average: "Overall average",
  spins: "Spins",
  longest: "Longest spin",
  median: "Median spin",
  p95: "95th percentile",
  streak: "Longest streak",
  noneYet: "no spins yet",
  noPrevious: "no previous period",
  previous: (value: string) => `previous ${value}`,
  better: ", better",
  worse: ", worse",
  overTime: (label: string) => `${label} over the period`,
  late: "Still counting …",
  failed: "These figures could not be read. Nothing is lost.",
  again: "Try again",
};

export const period = {
  label: "Period",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  all: "All time",
  from: "From",
  to: "To",
  apply: "Apply",
};

export const trend = {
  title: "Trend",
  empty: "No spins in this period",
  average: {
    day: "Average per day",
    week: "Average per week",
    month: "Average per month",
    quarter: "Average per quarter",
  },
  caption: {
    day: "Average and number of spins per day",
    week: "Average and number of spins per week",
    month: "Average and number of spins per month",
    quarter: "Average and number of spins per quarter",
  },
  unit: { day: "Day", week: "Week", month: "Month", quarter: "Quarter" },
  spinsAtMost: (most: string) => `Spins, at most ${most}`,
  drawing: "Average spin over time",
  summary: (spins: string, from: string, to: string, least: string, most: string) =>
    `${spins} from ${from} to ${to}; averages between ${least} and ${most}.`,
  asTable: "Show as table",
  read: "Read the trend with the arrow keys",
  days: (from: string, to: string) => `${from} – ${to}`,
};

export const boards = {
  title: { spinners: "Spinners by average", people: "People by average" },
  subject: { spinners: "Spinner", people: "Person" },
  empty: { spinners: "No spinners yet", people: "No people yet" },
  rank: "Rank",
  average: "Average",
  spins: "Spins",
  longest: "Longest",
  neverSpun: "never spun",
  shared: (rank: string) => `${rank}, shared`,
  up: (places: string) => `up ${places}`,
  down: (places: string) => `down ${places}`,
  same: "unchanged",
  isNew: "new",
  movement: "Places gained or lost since the previous period",
};

export const histogram = {
  title: "How long they spin",
  upTo: "Up to",
  spins: "Spins",
  share: "Share",
  previous: "Previous",
  empty: "No spins in this period",
};

export const week = {
  title: "When they spin",
  day: "Day",
  empty: "No spins in this period",
  cell: (day: string, hour: string, spins: string) => `${day} ${hour}: ${spins}`,
  least: "fewer",
  most: "more",
};

export const spinList = {
  latest: "Latest spins",
  longest: "Longest spins",
  when: "When",
  person: "Person",
  spinner: "Spinner",
  duration: "Duration",
  empty: "No spins here yet",
};

/** For a workspace that has just begun. */
export const welcome = {
  title: (workspace: string) => `Welcome to ${workspace}`,
  lead: "Averages, boards and trends stand here as soon as something has spun.",
  record: "Flick a spinner",
  recordText: "The first spin takes a few seconds: with your finger, the mouse or a key.",
  spinner: "Add a spinner",
  spinnerText: "Name the ones on your desks, so that they can be told apart.",
  device: "Connect a device",
  deviceText: "Make a key, and send spins by the API.",
  import: "Bring your history",
  importText: "A CSV file of spins is checked before anything is stored.",
  samples: "Look around with sample data",
  samplesText: "Made-up people and spins of the last 30 days. Take them away again with one click.",
};

export const samples = {
  present: "Some of these figures are sample data: people and spinners that are made up.",
  remove: "Take the sample data away",
};
