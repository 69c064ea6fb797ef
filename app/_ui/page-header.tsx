import type { ReactNode } from "react";
import { PageTitle } from "./page-title";

interface PageHeaderProps {
  title: string;
  /** What the browser calls it, where the title says too little among other tabs. */
  tab?: string;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** What a page is, and what can be done on it. */
export function PageHeader({ title, tab = title, lead, actions }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <PageTitle page={tab} />
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-3 max-sm:has-[search]:w-full">{actions}</div>}
    </div>
  );
}
