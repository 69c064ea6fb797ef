import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "./app-error";
import { authSecret } from "./auth/secret";

const SEAL_BYTES = 16;

/** Where a page ended, as an opaque text that only the same tenant can hand back. */
export function writeCursor(tenantId: string, position: string[]): string {
  const content = JSON.stringify(position);
  return Buffer.concat([seal(tenantId, content), Buffer.from(content)]).toString("base64url");
}

/** Throws 400 `cursor_invalid` for one that was altered, or that another tenant got. */
export function readCursor(tenantId: string, cursor: string): string[] {
  const bytes = Buffer.from(cursor, "base64url");
  const content = bytes.subarray(SEAL_BYTES).toString();
  const whole = bytes.toString("base64url") === cursor && bytes.length > SEAL_BYTES;
  if (!whole || !timingSafeEqual(bytes.subarray(0, SEAL_BYTES), seal(tenantId, content))) {
    throw new AppError("malformed", "cursor_invalid", "This cursor is not one of ours. Start again without it.");
  }
  return z.array(z.string()).parse(JSON.parse(content));
}

function seal(tenantId: string, content: string): Buffer {
  return createHmac("sha256", authSecret()).update(`cursor/${tenantId}/${content}`).digest().subarray(0, SEAL_BYTES);
}
