/** The menu that goes anywhere and the sheet of keys. Read in the browser: texts only. */
export const commands = {
  menuKeys: "Ctrl/⌘ K",
  placeholder: "Search people, spinners and pages",
  results: "Results",
  pages: "Pages",
  actions: "Actions",
  people: "People",
  spinners: "Spinners",
  search: "Search",
  everywhere: "Search for",
  unreachable: "People and spinners cannot be searched just now.",
  help: "Keyboard shortcuts",
  singleKeys: "Single keys do something, while nobody types",
  close: "Close",
};

/** The page of the search. */
export const search = {
  title: "Search",
  of: (text: string) => `Search: ${text}`,
  label: "People, spinners and pages",
  go: "Search",
  people: "People",
  spinners: "Spinners",
  pages: "Pages",
  none: (text: string) => `Nothing here is called “${text}”.`,
  first: (count: string) => `The first ${count} of each are shown.`,
};
