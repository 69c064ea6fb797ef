import { TitledSection } from "@/app/_ui/titled-section";
import { words } from "@/lib/words/words";
import { CodeBlock } from "./code-block";

/** What is to be set before the examples run. */
export function Begin({ server }: { server: string }) {
  const { apiDocs } = words();
  return (
    <TitledSection title={apiDocs.begin}>
      <p className="max-w-prose text-soft">{apiDocs.beginLead}</p>
      <CodeBlock language="text" code={`export SPINNER_URL=${server}\nexport SPINNER_KEY=spk_…`} />
      <p>
        <a href={`${server}/openapi.json`}>{apiDocs.document}</a>
      </p>
    </TitledSection>
  );
}
