/** The frame of every page, and what pages are called. */
export const site = {
  product: "Spinner Tracking",
  console: "Operator’s console",
  title: (page: string, whose: string) => `${page} · ${whose}`,
  skip: "Skip to content",
  sections: "Main",
  dashboard: "Dashboard",
  spins: "Spins",
  spinners: "Spinners",
  people: "People",
  settings: "Settings",
  record: "Record",
  aSpin: "a spin",
  recordSpin: "Record a spin",
  account: "Your account:",
  signOut: "Sign out",
};

export const door = {
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
};

export const errorPage = {
  status: "Status",
  address: "Please check the address.",
  later: "Nothing is lost. Please try again in a moment.",
  back: "Back to the start",
};

export const account = {
  title: "Account",
  lead: "Who you are here.",
  name: "Name",
  email: "E-mail",
  role: "Role",
  roles: { owner: "Owner", admin: "Admin", member: "Member" },
  workspace: "Workspace",
  timeZone: "Time zone",
  own: "Your spins and figures",
};
