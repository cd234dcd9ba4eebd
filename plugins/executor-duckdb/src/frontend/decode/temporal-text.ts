const DAY_MICROS = 86_400_000_000n;

/** Days since 1970-01-01 as a proleptic Gregorian date; the text that casts to DATE. */
export function dateText(days: bigint): string {
  if (days === 2147483647n) return 'infinity';
  if (days === -2147483647n) return '-infinity';
  const { text, era } = calendarDate(days);
  return text + era;
}

/** `ticks` since 1970-01-01, of which there are 10^`digits` in a second. */
export function timestampText(ticks: bigint, digits: number): string {
  if (ticks === 9223372036854775807n) return 'infinity';
  if (ticks === -9223372036854775807n) return '-infinity';
  const perDay = 86_400n * 10n ** BigInt(digits);
  const days = floorDivide(ticks, perDay);
  const { text, era } = calendarDate(days);
  return `${text}${era} ${timeText(ticks - days * perDay, digits)}`;
}

export function timeText(ticks: bigint, digits: number): string {
  const perSecond = 10n ** BigInt(digits);
  const seconds = ticks / perSecond;
  const fraction = (ticks % perSecond).toString().padStart(digits, '0').replace(/0+$/, '');
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => part.toString().padStart(2, '0')).join(':');
  return fraction === '' || digits === 0 ? clock : `${clock}.${fraction}`;
}

/** Microseconds in the upper 40 bits; in the lower 24 the distance of the offset from its largest value, in seconds. */
export function timeTzText(packed: bigint): string {
  const offset = 57_599n - (packed & 0xffffffn);
  const size = offset < 0n ? -offset : offset;
  const micros = packed >> 24n;
  const clock = micros === DAY_MICROS ? '24:00:00' : timeText(micros, 6);
  return `${clock}${offset < 0n ? '-' : '+'}${timeText(size, 0)}`;
}

/** Era-based conversion: 400 years have 146,097 days, and years are counted from March so that the leap day is the last of one. */
function calendarDate(days: bigint): { readonly text: string; readonly era: string } {
  const shifted = days + 719_468n;
  const era = floorDivide(shifted, 146_097n);
  const dayOfEra = shifted - era * 146_097n;
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const month = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * month + 2n) / 5n + 1n;
  const civilMonth = month < 10n ? month + 3n : month - 9n;
  const year = yearOfEra + era * 400n + (civilMonth <= 2n ? 1n : 0n);
  const shown = year > 0n ? year : 1n - year;
  const parts = [shown.toString().padStart(4, '0'), ...[civilMonth, day].map((part) => part.toString().padStart(2, '0'))];
  return { text: parts.join('-'), era: year > 0n ? '' : ' (BC)' };
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
