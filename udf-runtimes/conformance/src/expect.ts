import { isFlightError, type FlightStatus } from '@arbalest/flight';

/** A server did something else than the page says. */
export class Mismatch extends Error {}

/** What the case needs is not there, and may be missing. */
export class SkipCase extends Error {}

export function fail(message: string): never {
  throw new Mismatch(message);
}

export function expectEqual(met: unknown, wanted: unknown, what: string): void {
  const [metText, wantedText] = [show(met), show(wanted)];
  if (metText !== wantedText) fail(`${what}: expected ${shorten(wantedText, metText)}, met ${shorten(metText, wantedText)}`);
}

export function expectTrue(condition: boolean, message: string): asserts condition {
  if (!condition) fail(message);
}

/** Waits for the promise to reject with one of the statuses. */
export async function expectStatus(promise: Promise<unknown>, wanted: readonly FlightStatus[], what: string): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (!isFlightError(error)) throw error;
    const refused = error.status === 'INTERNAL' && error.message.startsWith('FAILED_PRECONDITION: ') ? 'FAILED_PRECONDITION' : error.status;
    if (wanted.includes(refused)) return error;
    fail(`${what}: expected ${wanted.join(' or ')}, met ${error.status}: ${error.message}`);
  }
  fail(`${what}: expected ${wanted.join(' or ')}, met success`);
}

/** One text for each value, so that different values have different texts. */
export function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}: ${show(member)}`)
      .join(', ')}}`;
  }
  return String(value);
}

const LONGEST = 300;
const BEFORE = 60;

/** The part around the first difference. */
function shorten(text: string, other: string): string {
  if (text.length <= LONGEST) return text;
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  const start = Math.max(0, same - BEFORE);
  return `${start > 0 ? `(${start} characters) …` : ''}${text.slice(start, start + LONGEST)}…`;
}
