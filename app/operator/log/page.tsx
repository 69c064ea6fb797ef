import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listOperations } from "@/lib/operator-log/list";
import { operatorPage } from "../operator-page";
import { LogTable } from "./log-table";

export default operatorPage("/log", async (_operator, query) => {
  const cursor = query.get("cursor") ?? undefined;
  const { items, nextCursor } = await listOperations(50, cursor);
  return (
    <>
      <PageHeader title="Operator’s log" lead="What was done across tenants, by the command line and here." />
      <LogTable operations={items} />
      <Pager
        {...(cursor !== undefined && { newest: "/log" })}
        {...(nextCursor && { next: `/log?cursor=${nextCursor}` })}
      />
    </>
  );
});
