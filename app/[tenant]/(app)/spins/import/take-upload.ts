import { redirect } from "next/navigation";
import { AppError } from "@/lib/app-error";
import { pageOfError } from "@/lib/http/page-of-error";
import { requestContext } from "@/lib/http/request-context";
import { withUploadedFile } from "@/lib/http/uploaded-file";
import { checkImport } from "@/lib/imports/check";
import { LARGEST, receiveFile } from "@/lib/imports/receive";
import type { TenantScope } from "@/lib/tenancy/scope";

/** Room for what a form adds to its file. */
const FORM_BYTES = 10_000;

/** Takes the file in that this request brings, if it does, and goes on to its import. Returns why not. */
export async function takeUpload(at: TenantScope): Promise<AppError | undefined> {
  const { upload } = requestContext();
  if (!upload) return undefined;
  let id: string;
  try {
    if (Number(upload.headers["content-length"]) > LARGEST + FORM_BYTES) {
      throw new AppError("too_large", "too_large", "A file has at most 500 MB.");
    }
    const received = await withUploadedFile(upload, (file) => receiveFile(at, file));
    id = received.id;
    if (received.isMapped) await unlessBusy(checkImport(at, id));
  } catch (raised) {
    return pageOfError(raised);
  }
  redirect(`/spins/import/${id}`);
}

/** While another import runs this one waits for somebody to press the button. */
async function unlessBusy(begun: Promise<unknown>): Promise<void> {
  try {
    await begun;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "conflict") throw error;
  }
}
