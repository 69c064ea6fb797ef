/** Tables without a tenant_id, each with its reason. What is not on this list must have one. */
export const WITHOUT_TENANT: Record<string, string> = {
  "catalog.servers": "says where databases may be placed; the application role cannot read it",
  "catalog.tenants":
    "says who the tenants are: a host is looked up here before there is a tenant; row security holds changes",
  "catalog.plans": "says how many requests a tenant of each plan may make",
  "catalog.former_slugs": "keeps addresses that were given up from being taken",
  "catalog.moves": "the operator's journal of moves between placements; the application role cannot read it",
  "catalog.operator_log": "what the operator did across tenants; the application role cannot read it",
  "catalog.operators": "accounts of the operator's console; the application role cannot read it",
  "catalog.operator_sessions": "who is signed in to the operator's console; the application role cannot read it",
  "catalog.operator_sign_in_failures": "counted at the console's door; the application role cannot read it",
  "catalog.schema_migrations": "which migrations the catalog has",
  "shared.schema_migrations": "which migrations a placement has; also in every schema of a tenant's own",
};
