const DAY_MICROS = 86_400_000_000n;
const MILLIS = 1000n;

/** `2026-11-22` of days since 1970. */
export function dateText(days: number): string {
  return isoDate(BigInt(days));
}

/** `12:30:00.25` of microseconds since midnight; the fraction only where there is one. */
export function timeText(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, '0'));
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${parts.join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `2026-11-22 12:30:00.25`; nanoseconds beyond microseconds are written too. */
export function timestampText(value: bigint, unitsPerSecond: bigint): string {
  const perDay = unitsPerSecond * 86_400n;
  const day = floorDiv(value, perDay);
  const rest = value - day * perDay;
  const nanos = (rest * 1_000_000_000n) / unitsPerSecond;
  const tail = nanos % MILLIS === 0n ? '' : String(nanos % MILLIS).padStart(3, '0');
  const text = timeText(nanos / MILLIS);
  return `${isoDate(day)} ${tail === '' ? text : `${text.includes('.') ? text.padEnd(15, '0') : `${text}.000000`}${tail}`}`;
}

const TIMESTAMP = /^(-?\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;

/** Units since 1970 of a date or timestamp as ISO 8601 has it, or undefined for another text. Without a zone it is UTC. */
export function parseTimestamp(text: string, unitsPerSecond: bigint): bigint | undefined {
  const found = TIMESTAMP.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = found;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds =
    BigInt(Math.floor(date.getTime() / 1000)) + BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second) - zoneSeconds(zone);
  return seconds * unitsPerSecond + (BigInt(fraction.padEnd(9, '0')) * unitsPerSecond) / 1_000_000_000n;
}

export function parseDate(text: string): number | undefined {
  const micros = parseTimestamp(text, 1_000_000n);
  return micros === undefined ? undefined : Number(floorDiv(micros, DAY_MICROS));
}

export function parseTime(text: string): bigint | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, hour, minute, second = '0', fraction = ''] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return (BigInt(hour!) * 3600n + BigInt(minute!) * 60n + BigInt(second)) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

function isoDate(days: bigint): string {
  return new Date(Number(days) * 86_400_000).toISOString().split('T')[0]!;
}

function zoneSeconds(zone: string): bigint {
  if (zone === 'Z') return 0n;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(':', '') || '0'];
  const seconds = BigInt(hours) * 3600n + BigInt(minutes) * 60n;
  return zone.startsWith('-') ? -seconds : seconds;
}

function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
