import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { latestImports } from "@/lib/imports/get";
import { errorText, faultText } from "@/lib/words/error-text";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { ImportsTable } from "./imports-table";
import { takeUpload } from "./take-upload";

export default signedInPage("/spins/import", async (at) => {
  at.must("spins:import");
  const { imports: say } = words();
  const refused = await takeUpload(at);
  const imports = await latestImports(at, 5);
  return (
    <>
      <PageHeader title={say.title} lead={say.lead} />
      {refused && (
        <Notice tone="error">
          {errorText(refused)}
          {refused.faults && (
            <ul>
              {refused.faults.map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>{`${fault.path}: ${faultText(fault)}`}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <form method="post" encType="multipart/form-data" className="grid gap-4">
        <Field label={say.file} name="file" type="file" accept=".csv,text/csv" required hint={say.fileHint} />
        <Button>{say.upload}</Button>
      </form>
      {imports.length > 0 && <ImportsTable imports={imports} />}
    </>
  );
});
