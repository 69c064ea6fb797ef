/** How the list of spins can be sorted, as it is at first before the others. */
export const ORDERS = [
  { by: "when", descending: true },
  { by: "when", descending: false },
] as const;
