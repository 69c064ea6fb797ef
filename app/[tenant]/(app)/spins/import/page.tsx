import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { latestImports } from "@/lib/imports/get";
import { signedInPage } from "../../../signed-in-page";
import { ImportsTable } from "./imports-table";
import { takeUpload } from "./take-upload";

export default signedInPage("/spins/import", async (at) => {
  at.must("spins:import");
  const refused = await takeUpload(at);
  const imports = await latestImports(at, 5);
  return (
    <>
      <PageHeader
        title="Import spins"
        lead="A CSV file in UTF-8 with a header. You see what is in it before anything is stored, and it is stored whole or not at all."
      />
      {refused && (
        <Notice tone="error">
          {refused.detail}
          {refused.faults && (
            <ul>
              {refused.faults.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{`${path}: ${message}`}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <form method="post" encType="multipart/form-data" className="grid gap-4">
        <Field
          label="File"
          name="file"
          type="file"
          accept=".csv,text/csv"
          required
          hint="Columns: spun_at, spinner, person (e-mail), duration_ms; id, if your spins have one. At most 500 MB."
        />
        <Button>Upload</Button>
      </form>
      {imports.length > 0 && <ImportsTable imports={imports} />}
    </>
  );
});
