/** Whether an Origin header names the host that is asked. A browser always says where a form stands. */
export function isOwnOrigin(origin: string | null | undefined, host: string | null | undefined): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  const own = host.toLowerCase().replace(protocol === "https:" ? /:443$/ : /:80$/, "");
  return ["http:", "https:"].includes(protocol) && from === own;
}
