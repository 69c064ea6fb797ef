import { redirect } from "next/navigation";
import { getSpinner, type Spinner } from "@/lib/spinners/find";
import type { TenantScope } from "@/lib/tenancy/scope";

/** The spinner that an address names by its id; one that was merged leads to the address of what it is now. Throws 404. */
export async function spinnerAt(at: TenantScope, id: string, addressOf: (id: string) => string): Promise<Spinner> {
  const spinner = await getSpinner(at, id);
  // What was merged stays so, but a browser need not know that for ever.
  if (spinner.mergedInto) redirect(addressOf(spinner.mergedInto));
  return spinner;
}
