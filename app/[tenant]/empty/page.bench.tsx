import { signedIn } from "@/lib/auth/signed-in";
import { tenantOfRequest } from "@/lib/tenants/of-request";

/** The floor of `npm run bench -- dashboard`: a dynamic page that asks who is signed in, and shows nothing. */
export default async function EmptyPage() {
  const at = await signedIn(await tenantOfRequest());
  return <main>{at ? "signed in" : "signed out"}</main>;
}
