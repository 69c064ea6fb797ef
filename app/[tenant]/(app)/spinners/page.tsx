import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { LinesTable } from "@/app/_ui/lines-table";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { typedBefore } from "@/lib/http/answer-form";
import { listSpinners } from "@/lib/spinners/list";
import { signedInPage } from "../../signed-in-page";
import { addSpinner } from "./actions";

export default signedInPage("/spinners", async (at, { query }) => {
  const cursor = query.get("cursor") ?? undefined;
  const page = await listSpinners(at, { limit: 100, cursor });
  return (
    <>
      <PageHeader title="Spinners" lead="All of them, by name, with their figures of all time." />
      <LinesTable
        caption="Spinners"
        path="/spinners"
        lines={page.items}
        empty="No spinner yet. Add the first one below."
      />
      <Pager
        {...(cursor && { newest: "/spinners" })}
        {...(page.nextCursor && { next: `/spinners?cursor=${page.nextCursor}` })}
      />
      <section aria-label="Add a spinner" className="max-w-prose">
        <ActionForm action={addSpinner}>
          <Field
            label="Name of a new spinner"
            name="name"
            maxLength={120}
            required
            defaultValue={typedBefore("name")}
          />
          <Button>Add spinner</Button>
        </ActionForm>
      </section>
    </>
  );
});
