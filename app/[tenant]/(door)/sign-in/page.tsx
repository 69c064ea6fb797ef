import { redirect } from "next/navigation";
import { ActionForm } from "@/app/_ui/action-form";
import { Door } from "@/app/_ui/door";
import { ErrorPage } from "@/app/_ui/error-page";
import { SignInFields } from "@/app/_ui/sign-in-fields";
import { notFound } from "@/lib/app-error";
import { signedIn } from "@/lib/auth/signed-in";
import { ownPath } from "@/lib/http/answer-form";
import { pageOfError } from "@/lib/http/page-of-error";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { words } from "@/lib/words/words";
import { signIn } from "../actions";

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignInPage({ params, searchParams }: Props) {
  try {
    const tenant = await tenantOfRequest();
    const callbackUrl = ownPath(String((await searchParams).callbackUrl ?? "/"));
    if ((await params).tenant !== tenant.slug) throw notFound();
    if (await signedIn(tenant)) redirect(callbackUrl);
    return (
      <Door title={words().door.signIn} tenantName={tenant.name}>
        <ActionForm action={signIn}>
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <SignInFields />
        </ActionForm>
      </Door>
    );
  } catch (raised) {
    return <ErrorPage error={pageOfError(raised)} />;
  }
}
