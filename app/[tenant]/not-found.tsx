import { MessagePage } from "@/app/_ui/message-page";

export default function NotFound() {
  return (
    <MessagePage status={404} title="There is nothing at this address">
      <p>It may have been moved, or never been here.</p>
      <p>
        <a href="/">Back to the start</a>
      </p>
    </MessagePage>
  );
}
