import { join } from 'node:path';
import type { PackageJson } from './package-folder.js';

/** True where this very file is TypeScript: the workspace's own packages are then loaded from their sources too. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const CONDITIONS = new Set([...(FROM_SOURCE ? ['arbalest-source'] : []), 'node', 'import', 'default']);

/** The file that `import 'name'` would load from the package in `folder`. */
export function packageEntry(folder: string, { exports, main }: PackageJson): string {
  return join(folder, exportTarget(rootExport(exports)) ?? main ?? 'index.js');
}

function rootExport(exports: unknown): unknown {
  const isSubpathMap = typeof exports === 'object' && exports !== null && '.' in exports;
  return isSubpathMap ? (exports as Record<string, unknown>)['.'] : exports;
}

function exportTarget(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    const found = CONDITIONS.has(condition) ? exportTarget(inner) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
