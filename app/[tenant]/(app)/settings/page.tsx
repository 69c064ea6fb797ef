import { redirect } from "next/navigation";
import { signedInPage } from "../../signed-in-page";

/** Keys are all there is to set yet. */
export default signedInPage("/settings", async () => redirect("/settings/keys"));
