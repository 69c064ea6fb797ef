export const people = {
  title: "People",
  lead: "Everybody here, with figures of all time.",
  none: "Nobody here yet.",
};

/** The page of one person. */
export const onePerson = {
  spinners: "Spinners",
  firstSpinners: (count: string) => `The first ${count} spinners`,
  noSpinners: "No spinner yet",
  manage: "Manage",
  rename: "Rename",
  name: "Name",
  renamed: "Renamed, wherever the name stands.",
  undone: "Taken back.",
};
