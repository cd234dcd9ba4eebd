const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, '': 1000, min: 60_000, h: 3_600_000 };

/** A length of time as people write it: `500ms`, `30s`, `5 min`, `2h`; a bare number is seconds. Undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h)?$/i.exec(text.trim());
  return match ? Math.round(Number(match[1]) * UNITS[(match[2] ?? '').toLowerCase()]!) : undefined;
}
