import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { ErrorPage } from "@/app/_ui/error-page";
import { Shell } from "@/app/_ui/shell";
import { pageOfError } from "@/lib/http/page-of-error";
import { pageQuery, type SearchParams } from "@/lib/http/page-query";
import type { Operator } from "@/lib/operators/operator";
import { signedInOperator } from "@/lib/operators/signed-in";
import { signOut } from "./actions";

const SECTIONS = [
  { href: "/", name: "All tenants" },
  { href: "/log", name: "Log" },
];

/** A page for operators, at `path` of the console; whoever is not signed in is led to its door. */
export function operatorPage(path: string, render: (who: Operator, query: URLSearchParams) => Promise<ReactNode>) {
  return async ({ searchParams }: { searchParams: Promise<SearchParams> }): Promise<ReactNode> => {
    try {
      const operator = await signedInOperator();
      if (!operator) redirect("/sign-in");
      const content = await render(operator, pageQuery(await searchParams));
      return inShell(operator, path, content);
    } catch (raised) {
      return <ErrorPage error={pageOfError(raised)} />;
    }
  };
}

function inShell({ name }: Operator, path: string, content: ReactNode) {
  return (
    <Shell
      name="Operator’s console"
      sections={SECTIONS}
      current={path}
      account={<span className="max-w-48 truncate text-soft max-sm:sr-only lg:max-w-36">{name}</span>}
      signOut={
        <ActionForm action={signOut}>
          <Button variant="quiet">Sign out</Button>
        </ActionForm>
      }
    >
      {content}
    </Shell>
  );
}
