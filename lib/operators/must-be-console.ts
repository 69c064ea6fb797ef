import { headers } from "next/headers";
import { notFound } from "@/lib/app-error";
import { settings } from "@/lib/env";
import { parseHost } from "@/lib/tenancy/host";
import { isConsole } from "./console";

/**
 * Throws 404 unless the operator's host is asked, in the console's process. Of a tenant's host or a serving process
 * there is nothing here: a form's action can be called by its name from any page.
 */
export async function mustBeConsole(): Promise<void> {
  const { kind } = parseHost((await headers()).get("host"), settings().rootDomain);
  if (kind !== "operator" || !isConsole()) throw notFound();
}
