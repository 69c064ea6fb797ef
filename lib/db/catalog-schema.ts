/** The schema of the control plane, in the primary's main database. */
export const CATALOG_SCHEMA = "catalog";
