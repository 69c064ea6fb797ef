import { html } from "@/app/_ui/markup";
import { TableHead } from "@/app/_ui/table-head";
import { TableRows } from "@/app/_ui/table-rows";
import { exampleOf } from "@/lib/api/examples";
import { shapeOf } from "@/lib/api/shape";
import { words } from "@/lib/words/words";
import { anchorOf, type Call } from "./call";
import { CodeBlock } from "./code-block";

/** One call: what it takes, what it answers, and how it is made. */
export function CallSection({ method, path, call }: Call) {
  const { apiDocs } = words();
  const anchor = anchorOf({ method, path });
  const example = exampleOf(method, path, mediaOf(call));
  return (
    <section aria-labelledby={anchor} className="grid gap-4">
      <h2 id={anchor} className="text-base font-semibold">
        <code>
          {method} {path}
        </code>
      </h2>
      <p className="max-w-prose">{call.summary}.</p>
      {call.parameters.length > 0 && <Parameters call={call} />}
      {call.requestBody && <Shape title={apiDocs.body} schema={call.requestBody.content["application/json"].schema} />}
      <Answer call={call} />
      {example ? (
        <>
          <CodeBlock language="curl" code={example.curl} />
          <CodeBlock language="typescript" code={example.typescript} />
        </>
      ) : (
        <p className="text-soft">{apiDocs.personOnly}</p>
      )}
    </section>
  );
}

function Parameters({ call }: Pick<Call, "call">) {
  const { apiDocs } = words();
  const rows = call.parameters.map((parameter) => {
    const required = parameter.required ? html` <small>${apiDocs.required}</small>` : "";
    const meaning = "description" in parameter ? (parameter.description ?? "") : "";
    return html`<tr><th scope="row"><code>${parameter.name}</code>${required}</th><td class="text">${shapeOf(parameter.schema)}</td><td class="text">${meaning}</td></tr>`;
  });
  return (
    <table className="figures">
      <caption className="sr-only">{apiDocs.parameters}</caption>
      <TableHead text={[apiDocs.name, apiDocs.type, apiDocs.meaning]} figures={[]} />
      <TableRows rows={rows} />
    </table>
  );
}

function Answer({ call }: Pick<Call, "call">) {
  const { apiDocs } = words();
  const [status, answer] = Object.entries(call.responses).find(([name]) => name !== "default") ?? [];
  if (!answer || !("content" in answer)) return <p className="text-soft">{`${apiDocs.answer} ${status}`}</p>;
  const [[type, { schema }] = ["", { schema: {} }]] = Object.entries(answer.content ?? {});
  return <Shape title={`${apiDocs.answer} ${status}, ${type}`} schema={schema} />;
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-xs font-medium text-soft">{title}</h3>
      <CodeBlock language="text" code={shapeOf(schema)} />
    </div>
  );
}

function mediaOf(call: Call["call"]): string[] {
  return Object.values(call.responses).flatMap((answer) =>
    "content" in answer ? Object.keys(answer.content ?? {}) : [],
  );
}
