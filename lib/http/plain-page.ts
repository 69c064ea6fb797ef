/** A page without anything, for what never reaches the application. `detail` is ours, never the client's. */
export function plainPage(status: number, detail: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${status}</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui;max-width:36rem;margin:20vh auto;padding:0 1.5rem}</style>
<main><h1>${status}</h1><p>${detail}</p></main></html>`;
}
