import { stripVTControlCharacters } from 'node:util';

/** How a step begins: as engines print it, and as the client prints it for BuildKit. */
const STEPS = [/^Step (?<number>\d+\/\d+) : (?<what>.*)$/, /^#\d+ \[(?:\S+ )?(?<number>\d+\/\d+)\] (?<what>.*)$/];
/** What an engine says of its own doings: of no use to anybody who did not write the engine. */
const NOISE =
  /^ *---> |^ *Remov(?:ing|ed) intermediate container |^Successfully (?:built|tagged) |^Sending build context |^#\d+ (?:DONE|CACHED|extracting|sha256)/;
/** Lines of a step that are kept. */
const KEPT = 100;

/** What a build prints, taken apart: a line for each step when it begins, and what the step that runs has printed, for when it fails. */
export class BuildOutput {
  step: { readonly number: string; readonly what: string } | undefined;
  #printed: string[] = [];
  #rest = '';

  constructor(private readonly onStep: (line: string) => void) {}

  /** In pieces as they come. */
  take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#takeLine(line);
  }

  /** The last lines that the step has printed. */
  get printed(): readonly string[] {
    const last = plain(this.#rest);
    return last.trim() === '' ? this.#printed : [...this.#printed, last];
  }

  #takeLine(raw: string): void {
    const line = plain(raw);
    const step = STEPS.map((pattern) => pattern.exec(line)?.groups).find((found) => found !== undefined);
    if (step !== undefined) return this.#begin(step['number']!, step['what']!);
    if (line.trim() === '' || NOISE.test(line)) return;
    this.#printed.push(line);
    if (this.#printed.length > KEPT) this.#printed.shift();
  }

  #begin(number: string, what: string): void {
    if (this.step?.number === number && this.step.what === what) return;
    this.step = { number, what };
    this.#printed = [];
    this.onStep(`${number.padStart(5)}  ${what}`);
  }
}

/** Without colours, and of a line that was written over again and again only what was there last. */
function plain(line: string): string {
  return stripVTControlCharacters(line).trimEnd().split('\r').at(-1)!;
}
