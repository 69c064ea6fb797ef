import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SelectField } from "@/app/_ui/select-field";
import { typedBefore } from "@/lib/http/answer-form";
import { ACCENTS } from "@/lib/tenancy/tenant";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { SettingsNav } from "../settings-nav";
import { saveAppearance } from "./actions";

export default signedInPage("/settings/workspace", async (at, { query }) => {
  at.must("tenant:write");
  const { settings } = words();
  const { name, accent } = at.tenant;
  return (
    <>
      <SettingsNav current="workspace" />
      <PageHeader title={settings.workspace} lead={settings.workspaceLead} />
      {query.get("saved") === "1" && <Notice tone="success">{settings.saved}</Notice>}
      <div className="max-w-prose">
        <ActionForm action={saveAppearance}>
          <Field
            label={settings.name}
            name="name"
            maxLength={120}
            required
            autoComplete="organization"
            defaultValue={typedBefore("name") ?? name}
          />
          <SelectField
            label={settings.accent}
            name="accent"
            options={ACCENTS.map((value) => ({ value, label: settings.accents[value] }))}
            defaultValue={typedBefore("accent") ?? accent ?? "teal"}
          />
          <Button>{settings.save}</Button>
        </ActionForm>
      </div>
    </>
  );
});
