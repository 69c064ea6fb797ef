import { PageHeader } from "@/app/_ui/page-header";
import { ownersOf } from "@/lib/spinners/owners";
import { may } from "@/lib/tenancy/actor";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { OWNED_SHOWN, OwnedTable } from "../../_subject/owned-table";
import { readSubject } from "../../_subject/read-subject";
import { SubjectView } from "../../_subject/subject-view";
import { addressOf, askedBeside, besideAddress } from "../../compare/address";
import { CompareForm } from "../../compare/compare-form";
import { comparison } from "../../compare/comparison";
import { spinnerAt } from "../spinner-at";
import { ManageSpinner } from "./manage-spinner";
import { RetiredLead } from "./retired-lead";
import { SpinnerNotices } from "./spinner-notices";

export default signedInPage("/spinners/[id]", async (at, { id, query }) => {
  const { oneSpinner: say } = words();
  const path = `/spinners/${id}`;
  const spinner = await spinnerAt(at, id, (now) => addressOf(`/spinners/${now}`, query));
  const beside = askedBeside(path, query);
  if (beside) {
    const other = await spinnerAt(at, beside, (now) => besideAddress(path, query, now));
    return comparison(at, "spinner", [spinner, other], query);
  }
  const [read, owners] = await Promise.all([
    readSubject(at, { kind: "spinner", id }, query),
    ownersOf(at, id, { limit: OWNED_SHOWN + 1 }),
  ]);
  const { timeZone } = at.tenant;
  return (
    <>
      <PageHeader
        title={spinner.name}
        lead={spinner.retiredAt && <RetiredLead since={spinner.retiredAt} timeZone={timeZone} />}
        actions={<CompareForm path={path} options={read.options.spinners} self={id} query={query} />}
      />
      <SpinnerNotices at={at} query={query} />
      <SubjectView subject={{ kind: "spinner", id }} path={path} timeZone={timeZone} {...read}>
        <OwnedTable
          caption={say.owners}
          captionOfFirst={say.firstOwners}
          path="/people"
          owned={owners}
          empty={say.noOwners}
          timeZone={timeZone}
        />
      </SubjectView>
      {may(at.actor, "spinners:manage") && <ManageSpinner spinner={spinner} />}
    </>
  );
});
