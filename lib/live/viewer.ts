import type { TenantScope } from "@/lib/tenancy/scope";
import { welcome } from "./events";

/** What may wait for a client that reads slowly, beside what the network holds, in bytes. */
export const SLACK_BYTES = 128 * 1_024;

interface Ends {
  /** Cuts the connection: one whose client does not read cannot be closed in order. */
  hangUp: () => void;
  /** Called once, however it ends. */
  gone: (viewer: Viewer) => void;
}

/** One open stream of one actor. */
export class Viewer {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(
    readonly at: TenantScope,
    private readonly ends: Ends,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(welcome());
        },
        cancel: () => this.#leave(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: SLACK_BYTES }),
    );
  }

  /** Hands on what its client is to read; one that does not keep up is cut off, and may come back. */
  send(bytes: Uint8Array): void {
    if (!this.#controller) return;
    this.#controller.enqueue(bytes);
    if ((this.#controller.desiredSize ?? 0) <= 0) this.#cut();
  }

  /** Ends the stream. Its client may come back, and is then asked who it is. */
  end(): void {
    if (!this.#controller) return;
    if ((this.#controller.desiredSize ?? 0) < SLACK_BYTES) {
      this.#cut();
    } else {
      this.#controller.close();
      this.#leave();
    }
  }

  #cut(): void {
    this.#controller?.error(new DOMException("the client does not read", "AbortError"));
    this.#leave();
    this.ends.hangUp();
  }

  #leave(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.ends.gone(this);
  }
}
