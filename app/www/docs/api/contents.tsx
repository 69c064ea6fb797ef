import { words } from "@/lib/words/words";
import { anchorOf, type Call } from "./call";

/** The way to every call. */
export function Contents({ calls }: { calls: readonly Call[] }) {
  const { apiDocs } = words();
  return (
    <nav aria-label={apiDocs.contents} className="docs-contents">
      <ul>
        {calls.map((each) => (
          <li key={anchorOf(each)}>
            <a href={`#${anchorOf(each)}`}>
              <b>{each.method}</b> {each.path}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
