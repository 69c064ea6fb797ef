import { DoneNotice } from "@/app/_ui/done-notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { readSorting, sortedColumn } from "@/app/_ui/sorting";
import { SpinFilter } from "@/app/_ui/spin-filter";
import { SpinsTable } from "@/app/_ui/spins-table";
import { knownUndo } from "@/lib/http/undo-token";
import { formOptions } from "@/lib/spins/form-options";
import { listSpins } from "@/lib/spins/list";
import { listOldest } from "@/lib/spins/list-oldest";
import { readSpinFilter } from "@/lib/spins/page-filter";
import { may } from "@/lib/tenancy/actor";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";
import { ORDERS } from "./orders";
import { SpinFiles } from "./spin-files";
import { undoRemoval } from "./undo-actions";

export default signedInPage("/spins", async (at, { query }) => {
  const { spins, spinList } = words();
  const removed = knownUndo(at, "removal", query.get("removed"));
  const filter = readSpinFilter(query);
  const sorting = readSorting(query, ORDERS);
  const list = sorting.descending ? listSpins : listOldest;
  const [page, options] = await Promise.all([
    list(at, filter, { limit: 50, cursor: query.get("cursor") ?? undefined }),
    formOptions(at),
  ]);
  const asked = [...query].filter(([name, value]) => !["cursor", "removed"].includes(name) && value !== "");
  const first = new URLSearchParams(asked);
  const next = new URLSearchParams([...first, ["cursor", page.nextCursor ?? ""]]);
  const when = sortedColumn(spinList.when, ORDERS[0], { path: "/spins", query: first, sorting });
  return (
    <>
      <PageHeader
        title={spins.title}
        actions={<SpinFiles filter={filter} mayImport={may(at.actor, "spins:import")} />}
      />
      {removed && <DoneNotice undo={{ action: undoRemoval, token: removed }}>{spins.removed}</DoneNotice>}
      <SpinFilter filter={filter} options={options} sort={query.get("sort") ?? undefined} />
      <SpinsTable
        caption={sorting.descending ? spins.newestFirst : spins.oldestFirst}
        spins={page.items}
        timeZone={at.tenant.timeZone}
        when={when}
      />
      <Pager
        {...(query.get("cursor") && { first: `/spins?${first}` })}
        {...(page.nextCursor && { next: `/spins?${next}` })}
      />
    </>
  );
});
