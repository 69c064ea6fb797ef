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
import { words } from "@/lib/words/words";
import { signOut } from "./actions";

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
  const { site, operator, operatorLog } = words();
  const sections = [
    { href: "/", name: operator.tenants },
    { href: "/log", name: operatorLog.name },
  ];
  return (
    <Shell
      name={site.console}
      sections={sections}
      current={path}
      person={name}
      signOut={
        <ActionForm action={signOut}>
          <Button variant="quiet">{site.signOut}</Button>
        </ActionForm>
      }
    >
      {content}
    </Shell>
  );
}
