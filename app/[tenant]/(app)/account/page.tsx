import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";

export default signedInPage("/account", async ({ actor, tenant }) => {
  if (actor.kind !== "person") return null;
  const { account } = words();
  const stats = [
    { label: account.name, value: actor.name },
    { label: account.email, value: actor.email },
    { label: account.role, value: account.roles[actor.role] },
    { label: account.workspace, value: tenant.name },
    { label: account.timeZone, value: tenant.timeZone },
  ];
  return (
    <>
      <PageHeader title={account.title} lead={account.lead} />
      <StatList stats={stats} />
      <p>
        <a href={`/people/${actor.id}`}>{account.own}</a>
      </p>
    </>
  );
});
