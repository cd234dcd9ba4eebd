import { posix, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** True of URLs of other places than this machine's disks. */
export function isUrl(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) && !/^file:/i.test(path);
}

/** Whether a path is the folder, or below it. Both absolute and without `..`. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A prefix that ends where a folder ends, its scheme and host in lower case: `S3://Bucket/dir` becomes `s3://bucket/dir/`. */
export function urlPrefix(url: string): string {
  const plain = comparableUrl(url) ?? url;
  return plain.endsWith('/') ? plain : `${plain}/`;
}

/** A URL as it is compared with prefixes; undefined for one with a dot segment, in whatever form, or a backslash: servers and libraries do not agree what those mean. */
export function comparableUrl(url: string): string | undefined {
  const [, scheme, host, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const segments = rest.split(/[/?#]/).map((segment) => segment.replace(/%(25)*2e/gi, '.'));
  if (segments.some((segment) => segment === '.' || segment === '..') || /\\|%5c/i.test(url) || host.includes('@')) return undefined;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${rest}`;
}

export interface FixedPart {
  /** Absolute path before the first folder or name with a wildcard; the whole path where there is none. */
  readonly path: string;
  /** What follows, wildcards and all. */
  readonly pattern: string;
}

export function fixedPart(given: string): FixedPart {
  const path = resolve(/^file:/i.test(given) ? fileURLToPath(given) : given);
  const parts = path.split(sep);
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  if (first < 0) return { path, pattern: '' };
  return { path: parts.slice(0, first).join(sep) || sep, pattern: parts.slice(first).join(posix.sep) };
}
