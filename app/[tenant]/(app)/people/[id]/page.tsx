import { PageHeader } from "@/app/_ui/page-header";
import { getPerson } from "@/lib/people/find";
import { mayRename } from "@/lib/people/rename";
import { spinnersOf } from "@/lib/people/spinners-of";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { OWNED_SHOWN, OwnedTable } from "../../_subject/owned-table";
import { readSubject } from "../../_subject/read-subject";
import { SubjectView } from "../../_subject/subject-view";
import { askedBeside } from "../../compare/address";
import { CompareForm } from "../../compare/compare-form";
import { comparison } from "../../compare/comparison";
import { ManagePerson } from "./manage-person";
import { PersonNotices } from "./person-notices";

export default signedInPage("/people/[id]", async (at, { id, query }) => {
  const { onePerson: say } = words();
  const path = `/people/${id}`;
  const person = await getPerson(at, id);
  const beside = askedBeside(path, query);
  if (beside) return comparison(at, "person", [person, await getPerson(at, beside)], query);
  const [read, owned] = await Promise.all([
    readSubject(at, { kind: "person", id }, query),
    spinnersOf(at, id, { limit: OWNED_SHOWN + 1 }),
  ]);
  const { timeZone } = at.tenant;
  return (
    <>
      <PageHeader
        title={person.name}
        lead={person.email}
        actions={<CompareForm path={path} options={read.options.people} self={id} query={query} />}
      />
      <PersonNotices at={at} query={query} />
      <SubjectView subject={{ kind: "person", id }} path={path} timeZone={timeZone} {...read}>
        <OwnedTable
          caption={say.spinners}
          captionOfFirst={say.firstSpinners}
          path="/spinners"
          owned={owned}
          empty={say.noSpinners}
          timeZone={timeZone}
        />
      </SubjectView>
      {mayRename(at.actor, id) && <ManagePerson person={person} />}
    </>
  );
});
