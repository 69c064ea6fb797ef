import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecret } from "@/lib/auth/secret";
import { isUuid } from "@/lib/tenancy/placement";

/*
 * A link to a display names it and is signed for its tenant, so none can be made up, and none of one tenant opens
 * anything of another. It says nothing of what the display shows; its row does.
 */

const SEAL_BYTES = 16;

/** What stands behind `/wall?link=`. */
export function linkOf(tenantId: string, wallId: string): string {
  const id = Buffer.from(wallId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, sealOf(tenantId, wallId)]).toString("base64url");
}

/** The display that a link of this tenant names; undefined for one that was not signed here. */
export function wallOfLink(tenantId: string, link: string): string | undefined {
  const bytes = Buffer.from(link, "base64url");
  if (bytes.length !== 16 + SEAL_BYTES || bytes.toString("base64url") !== link) return undefined;
  const id = bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isUuid(id) && timingSafeEqual(bytes.subarray(16), sealOf(tenantId, id)) ? id : undefined;
}

function sealOf(tenantId: string, wallId: string): Buffer {
  const content = JSON.stringify(["wall", tenantId, wallId]);
  return createHmac("sha256", authSecret()).update(content).digest().subarray(0, SEAL_BYTES);
}
