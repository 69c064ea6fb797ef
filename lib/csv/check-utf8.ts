import { AppError } from "@/lib/app-error";

/** The same bytes, looked at on their way. Throws 422 `csv_encoding` at the first that are not UTF-8. */
export async function* checkUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const look = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new AppError("invalid", "csv_encoding", "The file is not UTF-8. Please save it as CSV in UTF-8.");
    }
  };
  for await (const chunk of chunks) {
    look(chunk);
    yield chunk;
  }
  look();
}
