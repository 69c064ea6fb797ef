import { handleApi } from "@/lib/api/handle";

async function handle(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  return handleApi(request, (await params).path);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
