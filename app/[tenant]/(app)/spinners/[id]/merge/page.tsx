import { PageHeader } from "@/app/_ui/page-header";
import { AppError } from "@/lib/app-error";
import { forecastMerge } from "@/lib/spinners/merge-forecast";
import { formOptions } from "@/lib/spins/form-options";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../../signed-in-page";
import { spinnerAt } from "../../spinner-at";
import { ChooseInto } from "./choose-into";
import { ConfirmMerge } from "./confirm-merge";

export default signedInPage("/spinners/[id]/merge", async (at, { id, query }) => {
  at.must("spinners:manage");
  const { merging } = words();
  const path = `/spinners/${id}/merge`;
  const from = await spinnerAt(at, id, (now) => `/spinners/${now}`);
  const asked = query.get("into");
  const into = asked ? await spinnerAt(at, asked, (now) => `${path}?into=${now}`) : undefined;
  if (into?.id === id) throw new AppError("invalid", "merge_invalid", "A spinner cannot be merged into itself.");
  const options = (await formOptions(at)).spinners.filter((each) => each.id !== id);
  return (
    <>
      <PageHeader title={merging.title(from.name)} lead={merging.lead} />
      {options.length === 0 && !into ? (
        <p>{merging.nothing}</p>
      ) : (
        <ChooseInto path={path} options={options} chosen={into} />
      )}
      {into && <ConfirmMerge from={from} into={into} forecast={await forecastMerge(at, id, into.id)} />}
      <p>
        <a href={`/spinners/${id}`}>{merging.leave}</a>
      </p>
    </>
  );
});
