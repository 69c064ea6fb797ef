import { DoneNotice } from "@/app/_ui/done-notice";
import { formatDateTime, formatSeconds } from "@/app/_ui/format";
import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { knownUndo } from "@/lib/http/undo-token";
import { formOptions } from "@/lib/spins/form-options";
import { getSpin } from "@/lib/spins/get";
import { mayChange } from "@/lib/spins/may-change";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { undoCorrection } from "../undo-actions";
import { ChangeSpin } from "./change-spin";

export default signedInPage("/spins/[id]", async (at, { id, query }) => {
  const spin = await getSpin(at, id);
  const { person, spinner, durationMs, spunAt } = spin;
  const { oneSpin: say } = words();
  const when = formatDateTime(spunAt, at.tenant.timeZone);
  const corrected = knownUndo(at, "correction", query.get("corrected"));
  const stats = [
    { label: say.person, value: <a href={`/people/${person.id}`}>{person.name}</a> },
    { label: say.spinner, value: <a href={`/spinners/${spinner.id}`}>{spinner.name}</a> },
    { label: say.duration, value: formatSeconds(durationMs) },
  ];
  return (
    <>
      <PageHeader title={say.title(when)} />
      {corrected && <DoneNotice undo={{ action: undoCorrection, token: corrected }}>{say.corrected}</DoneNotice>}
      {query.get("undone") === "1" && <DoneNotice>{say.undone}</DoneNotice>}
      <StatList stats={stats} />
      {mayChange(at.actor, person.id) && <ChangeSpin spin={spin} spinners={(await formOptions(at)).spinners} />}
    </>
  );
});
