/** Hands a piece on. Returns when the reader wants the next one; rejects when there is no reader any more. */
export type Write = (bytes: Uint8Array) => Promise<void>;

/**
 * A stream of what `run` writes, as fast as it is read. Throws what `run` throws before its first piece; what goes
 * wrong later ends the stream in the middle.
 */
export function streamOf(run: (write: Write) => Promise<void>): Promise<ReadableStream<Uint8Array>> {
  return new Promise((begin, refuse) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    writer.closed.catch(() => {});
    const write: Write = (bytes) => {
      begin(readable);
      return writer.write(bytes);
    };
    const end = async () => {
      begin(readable);
      await writer.close();
    };
    run(write)
      .then(end)
      .catch((error: unknown) => {
        refuse(error);
        writer.abort(error).catch(() => {});
      });
  });
}
