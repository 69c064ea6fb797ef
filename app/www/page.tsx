import type { Metadata } from "next";
import { apexUrl, tenantUrl } from "@/lib/http/public-url";
import { showcase } from "@/lib/showcase/showcase";
import { words } from "@/lib/words/words";
import { ApexPage } from "./_parts/apex-page";
import { Features } from "./_parts/features";
import { Hero } from "./_parts/hero";
import { LiveBoard } from "./_parts/live-board";
import { Placements } from "./_parts/placements";

export function generateMetadata(): Metadata {
  const { apex, site } = words();
  const images = [{ url: apexUrl("/og-image"), width: 1200, height: 630, alt: apex.title }];
  return {
    description: apex.lead,
    robots: { index: true },
    alternates: { canonical: apexUrl("/") },
    openGraph: { title: site.product, description: apex.lead, url: apexUrl("/"), siteName: site.product, images },
    twitter: { card: "summary_large_image", images },
  };
}

export default async function LandingPage() {
  const shown = await showcase();
  return (
    <ApexPage title={words().apex.title} current="/">
      <Hero shown={shown} signInUrl={shown ? tenantUrl(shown.slug, "/sign-in") : "/"} />
      {shown && <LiveBoard shown={shown} />}
      <Features />
      <Placements />
    </ApexPage>
  );
}
