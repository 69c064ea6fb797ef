import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { tenantUrl } from "@/lib/http/public-url";
import { linkOf } from "@/lib/walls/link";
import { getWall } from "@/lib/walls/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../../signed-in-page";
import { takeDownWall } from "../actions";

export default signedInPage("/settings/walls/[id]", async (at, { id }) => {
  const { name, revokedAt } = await getWall(at, id);
  const { oneWall } = words();
  const link = `/wall?link=${linkOf(at.tenant.id, id)}`;
  return (
    <>
      <PageHeader title={name} tab={oneWall.title(name)} lead={revokedAt ? oneWall.isRevoked : oneWall.warning} />
      {!revokedAt && (
        <>
          <p className="break-all">
            <a href={link}>
              <code>{tenantUrl(at.tenant.slug, link)}</code>
            </a>
          </p>
          <ActionForm action={takeDownWall}>
            <input type="hidden" name="id" value={id} />
            <Button>{oneWall.revoke}</Button>
          </ActionForm>
        </>
      )}
      <p>
        <a href="/settings/walls">{oneWall.all}</a>
      </p>
    </>
  );
});
