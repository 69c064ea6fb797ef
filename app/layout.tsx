import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { words } from "@/lib/words/words";
import { chosenTheme } from "./_theme/theme";
import { MARK } from "./_ui/spinner-mark";
import "./globals.css";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="#0c6660" fill-rule="evenodd"><path d="${MARK}"/></svg>`;

export const metadata: Metadata = {
  description: "The Enterprise Fidget Spinner Tracker",
  robots: { index: false },
  // In the page itself: a browser that asks for /favicon.ico would ask a tenant's host for a page.
  icons: { icon: `data:image/svg+xml,${encodeURIComponent(ICON)}` },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={words().language} data-theme={await chosenTheme()}>
      <body>{children}</body>
    </html>
  );
}
