export const people = {
  title: "People",
  lead: "Everybody here, with figures of all time.",
  none: "Nobody here yet.",
};

/** The page of one person. */
export const onePerson = {
  spinners: "Spinners",
  noSpinners: "No spinner yet",
  rename: "Rename",
  name: "Name",
  renamed: (before: string) => `Renamed from ${before}.`,
  undone: "Taken back.",
};
