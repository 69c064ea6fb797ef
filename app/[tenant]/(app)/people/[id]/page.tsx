import { PageHeader } from "@/app/_ui/page-header";
import { getPerson } from "@/lib/people/find";
import { signedInPage } from "../../../signed-in-page";
import { subjectFigures } from "../../subject-figures";

export default signedInPage("/people/[id]", async (at, { id, query }) => {
  const person = await getPerson(at, id);
  return (
    <>
      <PageHeader title={person.name} lead={person.email} />
      {await subjectFigures(at, { kind: "person", id }, `/people/${id}`, query)}
    </>
  );
});
