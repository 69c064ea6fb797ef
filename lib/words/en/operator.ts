/** The operator's console. */
export const operator = {
  tenants: "All tenants",
  lead: "Figures of all time, from every placement as they are now.",
  missing: "Not in these figures, because their placement could not be read:",
  missingOne: (slug: string, placement: string, server: string, reason: string) =>
    `${slug}, ${placement} on ${server}: ${reason}`,
  figures: "Figures",
  count: "Tenants",
  average: "Overall average",
  spins: "Spins",
  longest: "Longest spin",
  address: "Address",
  placement: "Placement",
  onServer: (server: string) => `database on ${server}`,
  status: "Status",
  noTenants: "No tenants yet",
  board: "Spinners by average",
  tenant: "Tenant",
  nothingSpun: "Nothing was spun yet",
};

export const operatorLog = {
  name: "Log",
  title: "Operator’s log",
  lead: "What was done across tenants, by the command line and here.",
  caption: "Operations, newest first",
  when: "When, in UTC",
  who: "Who",
  what: "What",
  ofWhat: "Of what",
  none: "Nothing was done yet",
};
