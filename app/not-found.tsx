import { ErrorPage } from "@/app/_ui/error-page";
import { notFound } from "@/lib/app-error";

export default function NotFound() {
  return <ErrorPage error={notFound()} />;
}
