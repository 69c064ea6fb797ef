import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { signedInPage } from "../../signed-in-page";

export default signedInPage("/account", async ({ actor, tenant }) => {
  if (actor.kind !== "person") return null;
  const stats = [
    { label: "Name", value: actor.name },
    { label: "E-mail", value: actor.email },
    { label: "Role", value: actor.role },
    { label: "Workspace", value: tenant.name },
    { label: "Time zone", value: tenant.timeZone },
  ];
  return (
    <>
      <PageHeader title="Account" lead="Who you are here." />
      <StatList stats={stats} />
      <p>
        <a href={`/people/${actor.id}`}>Your spins and figures</a>
      </p>
    </>
  );
});
