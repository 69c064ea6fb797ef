/** What lists and tables have in common. */
export const lists = {
  pages: "Pages",
  first: "First page",
  next: "Next page",
  rank: "Rank",
  name: "Name",
  when: "When",
  person: "Person",
  spinner: "Spinner",
  duration: "Duration",
  average: "Average",
  spins: "Spins",
  longest: "Longest",
  neverSpun: "never spun",
  all: "All",
};
