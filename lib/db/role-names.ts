/** Owns every table and migrates; bound by row security like everybody, so it sees no rows. Cannot log in. */
export const OWNER_ROLE = "spinner_owner";
/** Sees past row security: reports, moves, the catalog. Never in a process that serves tenants. Cannot log in. */
export const PLATFORM_ROLE = "spinner_platform";
/** Serves tenants: owns nothing, and sees one tenant's rows at a time. */
export const APP_ROLE = "spinner_app";
