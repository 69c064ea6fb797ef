import type { AppError } from "@/lib/app-error";
import { MessagePage } from "./message-page";

/**
 * A page for what went wrong, in words that a person can act on. Rendered like any other page: what Next's own
 * `notFound()` shows is put together in the browser, and blank without JavaScript.
 */
export function ErrorPage({ error }: { error: AppError }) {
  return (
    <MessagePage status={error.status} title={error.detail}>
      {error.status >= 500 ? <p>Nothing is lost. Please try again in a moment.</p> : <p>Please check the address.</p>}
      {error.faults && (
        <ul>
          {error.faults.map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>{`${fault.path}: ${fault.message}`}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/">Back to the start</a>
      </p>
    </MessagePage>
  );
}
