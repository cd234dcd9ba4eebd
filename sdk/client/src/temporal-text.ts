/** Dates, times and intervals as SQL prints them: all digits, without trailing zeros of a fraction. */

const DAY_SECONDS = 86_400n;
const INFINITE_DAYS = 0x7fffffff;
const INFINITE_TICKS = 0x7fffffffffffffffn;

/** @param days since 1970-01-01 */
export function dateText(days: number): string {
  if (Math.abs(days) === INFINITE_DAYS) return days > 0 ? 'infinity' : '-infinity';
  const [year, month, day] = civilDate(days);
  const text = `${digits(year > 0 ? year : 1 - year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return year > 0 ? text : `${text} (BC)`;
}

/** @param ticks since 1970-01-01, `perSecond` of them in a second */
export function timestampText(ticks: bigint, perSecond: bigint): string {
  if (ticks === INFINITE_TICKS || ticks === -INFINITE_TICKS) return ticks > 0n ? 'infinity' : '-infinity';
  const perDay = perSecond * DAY_SECONDS;
  const rest = ((ticks % perDay) + perDay) % perDay;
  return `${dateText(Number((ticks - rest) / perDay))} ${timeText(rest, perSecond)}`;
}

/** @param ticks since midnight; hours may pass 23 */
export function timeText(ticks: bigint, perSecond: bigint): string {
  const seconds = Number(ticks / perSecond);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => digits(part, 2)).join(':');
  const fraction = ticks % perSecond;
  if (fraction === 0n) return clock;
  return `${clock}.${fraction
    .toString()
    .padStart(perSecond.toString().length - 1, '0')
    .replace(/0+$/, '')}`;
}

export function intervalText(months: number, days: number, nanoseconds: bigint): string {
  const parts = [counted(Math.trunc(months / 12), 'year'), counted(months % 12, 'month'), counted(days, 'day')].filter(
    (part) => part !== '',
  );
  const micros = nanoseconds / 1000n;
  if (micros !== 0n || parts.length === 0) parts.push(micros < 0n ? `-${timeText(-micros, 1_000_000n)}` : timeText(micros, 1_000_000n));
  return parts.join(' ');
}

/** A Date, cut to milliseconds; an infinite timestamp is an invalid one. */
export function timestampDate(ticks: bigint, perSecond: bigint): Date {
  if (ticks === INFINITE_TICKS || ticks === -INFINITE_TICKS) return new Date(Number.NaN);
  const milliseconds = perSecond >= 1000n ? ticks / (perSecond / 1000n) : ticks * 1000n;
  return new Date(Number(milliseconds));
}

export function dateDate(days: number): Date {
  return new Date(Math.abs(days) === INFINITE_DAYS ? Number.NaN : days * Number(DAY_SECONDS) * 1000);
}

/**
 * Year, month and day in the Gregorian calendar, extended to all years; Date ends at the year 275760, SQL does not. The year is counted from the
 * first of March, so that the leap day is its last, within eras of 400 years, which are all of the same length.
 */
function civilDate(days: number): [year: number, month: number, day: number] {
  const ERA_DAYS = 146_097;
  const sinceMarchOfYear0 = days + 719_468;
  const era = Math.floor(sinceMarchOfYear0 / ERA_DAYS);
  const dayOfEra = sinceMarchOfYear0 - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

function digits(value: number, length: number): string {
  return value.toString().padStart(length, '0');
}

function counted(value: number, unit: string): string {
  if (value === 0) return '';
  return `${value} ${unit}${Math.abs(value) === 1 ? '' : 's'}`;
}
