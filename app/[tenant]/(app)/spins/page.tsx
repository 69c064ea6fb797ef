import { ButtonLink } from "@/app/_ui/button";
import { DoneNotice } from "@/app/_ui/done-notice";
import { ExportLinks } from "@/app/_ui/export-links";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SpinFilter } from "@/app/_ui/spin-filter";
import { SpinsTable } from "@/app/_ui/spins-table";
import { knownUndo } from "@/lib/http/undo-token";
import { formOptions } from "@/lib/spins/form-options";
import { listSpins } from "@/lib/spins/list";
import { readSpinFilter } from "@/lib/spins/page-filter";
import { may } from "@/lib/tenancy/actor";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";
import { undoRemoval } from "./undo-actions";

export default signedInPage("/spins", async (at, { query }) => {
  const { spins } = words();
  const removed = knownUndo(at, "removal", query.get("removed"));
  const filter = readSpinFilter(query);
  const [page, options] = await Promise.all([
    listSpins(at, filter, { limit: 50, cursor: query.get("cursor") ?? undefined }),
    formOptions(at),
  ]);
  const first = new URLSearchParams(
    [...query].filter(([name, value]) => name !== "cursor" && name !== "removed" && value !== ""),
  );
  const next = new URLSearchParams([...first, ["cursor", page.nextCursor ?? ""]]);
  return (
    <>
      <PageHeader
        title={spins.title}
        actions={
          <>
            <ExportLinks filter={filter} />
            {may(at.actor, "spins:import") && (
              <ButtonLink variant="quiet" href="/spins/import">
                {spins.import}
              </ButtonLink>
            )}
          </>
        }
      />
      {removed && <DoneNotice undo={{ action: undoRemoval, token: removed }}>{spins.removed}</DoneNotice>}
      <SpinFilter filter={filter} options={options} />
      <SpinsTable caption="Spins, newest first" spins={page.items} timeZone={at.tenant.timeZone} />
      <Pager
        {...(query.get("cursor") && { first: `/spins?${first}` })}
        {...(page.nextCursor && { next: `/spins?${next}` })}
      />
    </>
  );
});
