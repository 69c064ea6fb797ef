/** Orders as `COLLATE "C"` does, so that what was cut by a database can be merged here. */
export function byText(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
