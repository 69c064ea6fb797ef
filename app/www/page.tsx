import type { Metadata } from "next";
import { SpinnerMark } from "@/app/_ui/spinner-mark";

export const metadata: Metadata = { title: "Spinner Tracking", robots: { index: true } };

export default function LandingPage() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-prose content-center gap-4 p-6">
      <SpinnerMark size={56} />
      <h1 className="text-xl font-semibold">Spinner Tracking</h1>
      <p className="text-base">
        The Enterprise Fidget Spinner Tracker: how long your company’s fidget spinners spin, who leads, and how it goes
        over time. Every company has an address of its own.
      </p>
      <p className="text-soft">Go to your workspace’s address to sign in.</p>
    </main>
  );
}
