import { ErrorPage } from "@/app/_ui/error-page";
import { notFound } from "@/lib/app-error";
import { tenantOfRequest } from "@/lib/tenants/of-request";

export default async function NotFound() {
  // Whoever has ten tabs open is told whose this is, where the host is a tenant's.
  await tenantOfRequest().catch(() => undefined);
  return <ErrorPage error={notFound()} />;
}
