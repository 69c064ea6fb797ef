import { ImageResponse } from "next/og";
import { MARK } from "@/app/_ui/spinner-mark";
import { words } from "@/lib/words/words";

/* Colours as they are on a screen whose theme nobody knows: the light one's, by value, as an image has no style sheet. */
const PAPER = "#f5f7f5";
const INK = "#16211e";
const SOFT = "#51605b";
const ACCENT = "#0c6660";

/** What is shown of a link to the apex: 1200 by 630 pixels. */
export function GET(): Response {
  const { apex, site } = words();
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="${ACCENT}" fill-rule="evenodd"><path d="${MARK}"/></svg>`;
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        alignItems: "center",
        padding: 80,
        gap: 70,
        background: PAPER,
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", flex: 1, gap: 30 }}>
        <div style={{ fontSize: 36, color: ACCENT }}>{site.product}</div>
        <div style={{ fontSize: 68, lineHeight: 1.1, color: INK }}>{apex.title}</div>
        <div style={{ fontSize: 28, lineHeight: 1.4, color: SOFT }}>{apex.lead}</div>
      </div>
      {/* biome-ignore lint/performance/noImgElement: it is drawn here, not loaded by a page */}
      <img alt="" width={340} height={340} src={`data:image/svg+xml,${encodeURIComponent(drawing)}`} />
    </div>,
    { width: 1200, height: 630 },
  );
}
