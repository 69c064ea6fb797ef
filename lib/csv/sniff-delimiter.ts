import type { Delimiter } from "./read";

/** What parts the cells of a file, by its first line: where commas stand for decimals, it is a semicolon. */
export function sniffDelimiter(head: Uint8Array): Delimiter {
  const [header = ""] = Buffer.from(head)
    .toString("utf8")
    .split(/[\r\n]/, 1);
  const bare = header.replace(/"[^"]*"/g, "");
  return count(bare, ";") > count(bare, ",") ? ";" : ",";
}

function count(text: string, character: string): number {
  return text.split(character).length;
}
