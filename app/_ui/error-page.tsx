import type { AppError } from "@/lib/app-error";
import { errorText, faultText } from "@/lib/words/error-text";
import { words } from "@/lib/words/words";
import { MessagePage } from "./message-page";

/**
 * A page for what went wrong, in words that a person can act on. Rendered like any other page: what Next's own
 * `notFound()` shows is put together in the browser, and blank without JavaScript.
 */
export function ErrorPage({ error }: { error: AppError }) {
  const { errorPage } = words();
  return (
    <MessagePage status={error.status} title={errorText(error)}>
      <p>{error.status >= 500 ? errorPage.later : errorPage.address}</p>
      {error.faults && (
        <ul>
          {error.faults.map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>{`${fault.path}: ${faultText(fault)}`}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/">{errorPage.back}</a>
      </p>
    </MessagePage>
  );
}
