import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { newId } from "@/lib/new-id";
import { formOptions } from "@/lib/spins/form-options";
import { signedInPage } from "../../signed-in-page";
import { recordSpin } from "./actions";

export default signedInPage("/spin", async (at, { query }) => {
  const { spinners } = await formOptions(at);
  const mineFirst = spinners.toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const options = mineFirst.map(({ id, name, mine }) => ({ value: id, label: mine ? `${name} (mine)` : name }));
  return (
    <>
      <PageHeader title="Record a spin" lead="Which spinner, and how long it spun." />
      {query.get("done") === "1" && <Notice tone="success">Recorded. It counts from now on.</Notice>}
      {options.length === 0 ? (
        <EmptyState title="There is no spinner yet">
          <a href="/spinners">Add one first</a>
        </EmptyState>
      ) : (
        <ActionForm action={recordSpin}>
          <input type="hidden" name="id" value={typedBefore("id") ?? newId()} />
          <SelectField
            label="Spinner"
            name="spinner"
            options={options}
            defaultValue={typedBefore("spinner")}
            required
          />
          <Field
            label="How long, in seconds"
            name="seconds"
            inputMode="decimal"
            autoComplete="off"
            required
            hint="For example 93.5; at most a day."
            defaultValue={typedBefore("seconds")}
          />
          <Button>Record</Button>
        </ActionForm>
      )}
    </>
  );
});
