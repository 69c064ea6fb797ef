import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listOperations } from "@/lib/operator-log/list";
import { words } from "@/lib/words/words";
import { operatorPage } from "../operator-page";
import { LogTable } from "./log-table";

export default operatorPage("/log", async (_operator, query) => {
  const cursor = query.get("cursor") ?? undefined;
  const { items, nextCursor } = await listOperations(50, cursor);
  const { operatorLog } = words();
  return (
    <>
      <PageHeader title={operatorLog.title} lead={operatorLog.lead} />
      <LogTable operations={items} />
      <Pager
        {...(cursor !== undefined && { first: "/log" })}
        {...(nextCursor && { next: `/log?cursor=${nextCursor}` })}
      />
    </>
  );
});
