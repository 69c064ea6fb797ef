import { PageHeader } from "@/app/_ui/page-header";
import { getSpinner } from "@/lib/spinners/find";
import { signedInPage } from "../../../signed-in-page";
import { subjectFigures } from "../../subject-figures";

export default signedInPage("/spinners/[id]", async (at, { id, query }) => {
  const spinner = await getSpinner(at, id);
  return (
    <>
      <PageHeader title={spinner.name} lead="A spinner" />
      {await subjectFigures(at, { kind: "spinner", id }, `/spinners/${id}`, query)}
    </>
  );
});
