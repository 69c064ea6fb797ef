import { redirect } from "next/navigation";
import { signedInPage } from "../../signed-in-page";

/** The first of the settings is what most come for. */
export default signedInPage("/settings", async () => redirect("/settings/keys"));
