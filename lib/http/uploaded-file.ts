import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/app-error";

export interface UploadedFile {
  fileName: string;
  chunks: AsyncIterable<Uint8Array>;
}

const LIMITS = { files: 1, fields: 10, parts: 12, fieldSize: 1_000, headerPairs: 20 };

/**
 * Hands the file of a multipart form to `take` while it comes in, no faster than it is taken. What is not taken runs
 * out unread. Throws 400 `form_malformed`, 422 `file_missing`, and what `take` throws.
 */
export async function withUploadedFile<T>(
  request: IncomingMessage,
  take: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const type = request.headers["content-type"] ?? "";
  if (!/boundary=/i.test(type)) throw malformed();
  const form = new Busboy({ headers: { "content-type": type }, limits: LIMITS });
  try {
    return await take(await fileOf(form, request));
  } finally {
    request.unpipe(form);
    request.resume();
  }
}

function fileOf(form: BusboyInstance, request: IncomingMessage): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    let file: Readable | undefined;
    const breakOff = () => {
      file?.destroy(malformed());
      reject(malformed());
    };
    form.once("file", (_field, stream, fileName) => {
      file = stream;
      stream.on("error", () => {});
      if (fileName) return resolve({ fileName, chunks: whole(stream) });
      stream.resume();
      reject(missing());
    });
    form.once("finish", () => reject(missing()));
    form.on("error", breakOff);
    request.once("error", breakOff);
    request.once("close", () => {
      if (!request.complete) breakOff();
    });
    request.pipe(form);
  });
}

async function* whole(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch {
    throw malformed();
  }
}

function malformed(): AppError {
  return new AppError("malformed", "form_malformed", "The form did not come in whole.");
}

function missing(): AppError {
  const fault = { path: "file", code: "required", message: "is required" };
  return new AppError("invalid", "file_missing", "Please choose a file.", { faults: [fault] });
}
