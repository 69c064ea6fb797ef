import { formatDateTime, formatSeconds } from "@/app/_ui/format";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { formOptions } from "@/lib/spins/form-options";
import { getSpin } from "@/lib/spins/get";
import { mayChange } from "@/lib/spins/may-change";
import { signedInPage } from "../../../signed-in-page";
import { ChangeSpin } from "./change-spin";

export default signedInPage("/spins/[id]", async (at, { id, query }) => {
  const spin = await getSpin(at, id);
  const { person, spinner, durationMs, spunAt } = spin;
  const stats = [
    { label: "Person", value: <a href={`/people/${person.id}`}>{person.name}</a> },
    { label: "Spinner", value: <a href={`/spinners/${spinner.id}`}>{spinner.name}</a> },
    { label: "Duration", value: formatSeconds(durationMs) },
  ];
  return (
    <>
      <PageHeader title="Spin" lead={formatDateTime(spunAt, at.tenant.timeZone)} />
      {query.get("done") === "1" && <Notice tone="success">Corrected. All figures follow.</Notice>}
      <StatList stats={stats} />
      {mayChange(at.actor, person.id) && <ChangeSpin spin={spin} spinners={(await formOptions(at)).spinners} />}
    </>
  );
});
