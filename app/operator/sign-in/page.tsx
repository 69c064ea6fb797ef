import { redirect } from "next/navigation";
import { ActionForm } from "@/app/_ui/action-form";
import { Door } from "@/app/_ui/door";
import { ErrorPage } from "@/app/_ui/error-page";
import { SignInFields } from "@/app/_ui/sign-in-fields";
import { pageOfError } from "@/lib/http/page-of-error";
import { signedInOperator } from "@/lib/operators/signed-in";
import { words } from "@/lib/words/words";
import { signIn } from "../actions";

export default async function OperatorSignInPage() {
  try {
    if (await signedInOperator()) redirect("/");
    const { door, site } = words();
    return (
      <Door title={door.signIn} tenantName={site.console}>
        <ActionForm action={signIn}>
          <SignInFields />
        </ActionForm>
      </Door>
    );
  } catch (raised) {
    return <ErrorPage error={pageOfError(raised)} />;
  }
}
