import { redirect } from "next/navigation";
import { ActionForm } from "@/app/_ui/action-form";
import { Door } from "@/app/_ui/door";
import { ErrorPage } from "@/app/_ui/error-page";
import { SignInFields } from "@/app/_ui/sign-in-fields";
import { pageOfError } from "@/lib/http/page-of-error";
import { signedInOperator } from "@/lib/operators/signed-in";
import { signIn } from "../actions";

export default async function OperatorSignInPage() {
  try {
    if (await signedInOperator()) redirect("/");
    return (
      <Door title="Sign in" tenantName="Operator’s console">
        <ActionForm action={signIn}>
          <SignInFields />
        </ActionForm>
      </Door>
    );
  } catch (raised) {
    return <ErrorPage error={pageOfError(raised)} />;
  }
}
