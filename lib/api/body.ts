import type { z } from "zod";
import { AppError } from "@/lib/app-error";

const LARGEST = 5_000_000;
const DEEPEST = 32;

/** What a call takes beside JSON: a JSON value a line, which together stand for its body. */
export interface Lines {
  each: z.ZodType;
  /** How many there may be: one more is read, for the verb to refuse. */
  most: number;
  asBody: (values: unknown[]) => unknown;
}

export const NDJSON = "application/x-ndjson";

/**
 * The body of a request, compressed or not, held to 5 MB as it comes in: JSON, or NDJSON where the call takes `lines`.
 * Throws 415 for another type, 413 `too_large`, 400 `json_malformed`.
 */
export async function readBody(request: Request, lines: Lines | undefined): Promise<unknown> {
  const parse = parserOf(request, lines);
  if (Number(request.headers.get("content-length")) > LARGEST) throw tooLarge();
  const parsed = parse(await readText(decoded(request)));
  if (depthExceeds(parsed, DEEPEST)) throw malformed(`JSON is nested at most ${DEEPEST} deep here.`);
  return parsed;
}

function parserOf({ headers }: Request, lines: Lines | undefined): (text: string) => unknown {
  const [type = ""] = (headers.get("content-type") ?? "").split(";", 1);
  switch (type.trim().toLowerCase()) {
    case "application/json":
      return (text) => parseJson(text, "The body");
    case NDJSON:
      if (lines) return (text) => lines.asBody(parseLines(text, lines.most));
  }
  const types = lines ? `application/json or ${NDJSON}` : "application/json";
  throw new AppError("unsupported_media_type", "unsupported_media_type", `Send ${types}.`);
}

function decoded(request: Request): ReadableStream<Uint8Array> {
  const body: ReadableStream<Uint8Array<ArrayBuffer>> = request.body ?? new Blob([]).stream();
  switch ((request.headers.get("content-encoding") ?? "identity").toLowerCase()) {
    case "identity":
      return body;
    case "gzip":
      return body.pipeThrough(new DecompressionStream("gzip"));
    default:
      throw new AppError("unsupported_media_type", "unsupported_encoding", "Send the body plain or with gzip.");
  }
}

async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "";
  let size = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      size += chunk.value.byteLength;
      if (size > LARGEST) throw tooLarge();
      text += decoder.decode(chunk.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof AppError ? error : malformed("The body is not whole, or not UTF-8.");
  }
}

function parseLines(text: string, most: number): unknown[] {
  const lines = text.split("\n", most + 2);
  if (lines.at(-1)?.trim() === "") lines.pop();
  return lines.slice(0, most + 1).map((line, index) => parseJson(line, `Line ${index + 1}`));
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${what} is not JSON.`);
  }
}

function depthExceeds(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => depthExceeds(inner, left - 1));
}

function malformed(detail: string): AppError {
  return new AppError("malformed", "json_malformed", detail);
}

function tooLarge(): AppError {
  return new AppError("too_large", "too_large", "A request has at most 5 MB.");
}
