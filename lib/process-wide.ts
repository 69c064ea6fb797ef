/**
 * One value a process, however many copies of a module a bundler makes (Next gives pages and routes one each).
 * Never for anything of a tenant's.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`spinner-tracking.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  store[key] ??= make();
  return store[key];
}
