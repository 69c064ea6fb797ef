import type { Metadata } from "next";

export const metadata: Metadata = { title: "Operator · Spinner Tracking" };

export default function OperatorPage() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-prose content-center gap-4 p-6">
      <h1 className="text-xl font-semibold">Operator’s console</h1>
      <p className="text-base">
        There is nothing here yet. Until there is, <code>npx spinctl</code> does an operator’s work.
      </p>
    </main>
  );
}
