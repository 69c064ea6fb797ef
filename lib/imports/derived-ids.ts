import { hash } from "node:crypto";
import { Occurrences } from "./occurrences";

interface Content {
  personId: string;
  spinnerId: string;
  durationMs: number;
  spunAt: string;
}

/**
 * Ids for the rows of a file that brings none: made of what a row says and of the how-manyth alike it is. So the same
 * file again adds nothing, and two rows alike are two spins.
 */
export class DerivedIds {
  readonly #seen = new Occurrences();

  /** A UUID of version 8 (RFC 9562, 5.8). */
  next({ personId, spinnerId, durationMs, spunAt }: Content): string {
    const text = `${personId} ${spinnerId} ${durationMs} ${spunAt}`;
    const digest = sha256(text);
    const time = this.#seen.count(digest.readUInt32LE(16), digest.readUInt32LE(20));
    return asUuid(time === 1 ? digest : sha256(`${text} ${time}`));
  }
}

function sha256(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

function asUuid(digest: Buffer): string {
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
