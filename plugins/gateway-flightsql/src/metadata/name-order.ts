/** Whether a catalog, or a schema, is the one that was asked for; absent asks for all of them, and empty for what has none: nothing has. */
export function inCatalog(wanted: string | null | undefined, catalog: string): boolean {
  return wanted === null || wanted === undefined || wanted === catalog;
}

/** Orders rows by their columns of text, the first one first, by code units, so that the order is the same everywhere. */
export function byNames(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [i, name] of a.entries()) {
    const other = b[i];
    if (typeof name !== 'string' || typeof other !== 'string' || name === other) continue;
    return name < other ? -1 : 1;
  }
  return 0;
}
