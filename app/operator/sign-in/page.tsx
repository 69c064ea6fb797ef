import { redirect } from "next/navigation";
import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Door } from "@/app/_ui/door";
import { ErrorPage } from "@/app/_ui/error-page";
import { Field } from "@/app/_ui/field";
import { typedBefore } from "@/lib/http/answer-form";
import { pageOfError } from "@/lib/http/page-of-error";
import { signedInOperator } from "@/lib/operators/signed-in";
import { signIn } from "../actions";

export default async function OperatorSignInPage() {
  try {
    if (await signedInOperator()) redirect("/");
    return (
      <Door title="Sign in" tenantName="Operator’s console">
        <ActionForm action={signIn}>
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={typedBefore("email")}
          />
          <Field label="Password" name="password" type="password" autoComplete="current-password" required />
          <Button>Sign in</Button>
        </ActionForm>
      </Door>
    );
  } catch (raised) {
    return <ErrorPage error={pageOfError(raised)} />;
  }
}
