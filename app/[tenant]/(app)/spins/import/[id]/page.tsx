import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { answerWith } from "@/lib/http/request-context";
import { getImport } from "@/lib/imports/get";
import { readHead } from "@/lib/imports/head";
import { readParts } from "@/lib/imports/parts";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../../signed-in-page";
import { ImportState } from "./import-state";
import { Step } from "./step";

/** States in which a page shows what the file begins with. */
const LOOKED_AT = new Set(["uploaded", "checked", "faulty"]);
const OVER = new Set(["stored", "cancelled"]);

export default signedInPage("/spins/import/[id]", async (at, { id }) => {
  const found = await getImport(at, id);
  const head = LOOKED_AT.has(found.state) ? await readHead(readParts(at, id)) : undefined;
  if (found.state === "faulty") answerWith(422);
  const { imports, oneImport } = words();
  return (
    <>
      <PageHeader title={imports.title} tab={found.fileName} lead={found.fileName} />
      <ImportState of={found} head={head} timeZone={at.tenant.timeZone} />
      {OVER.has(found.state) ? (
        <ButtonLink variant="quiet" href="/spins/import">
          {oneImport.another}
        </ButtonLink>
      ) : (
        <Step id={id} step="cancel" label={oneImport.cancel} />
      )}
    </>
  );
});
