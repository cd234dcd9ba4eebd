const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** A number of bytes as people write it: `512MB`, `2 GiB`, `1048576`. Undefined when it is none, or nothing. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?b)?$/i.exec(text.trim());
  const unit = match && UNITS[(match[2] ?? '').toLowerCase()];
  const bytes = match && unit !== null && unit !== undefined ? Math.floor(Number(match[1]) * unit) : 0;
  return bytes > 0 ? bytes : undefined;
}
