export interface LogLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

const KEPT_LINES = 1_000;
const LINE_CHARACTERS = 2_000;

/** The last lines that a process wrote. Lines are numbered from 0 since its start, so that a reader can ask for what came after a point. */
export class LogRing {
  readonly #lines: LogLine[] = [];
  readonly #secrets: readonly string[];
  #written = 0;

  /** @param secrets Texts that no line may show. */
  constructor(secrets: readonly string[] = []) {
    this.#secrets = secrets.filter((secret) => secret !== '');
  }

  /** Number of the next line. */
  get position(): number {
    return this.#written;
  }

  add(text: string, time = Date.now()): void {
    this.#lines[this.#written % KEPT_LINES] = { time, text: this.redact(text).slice(0, LINE_CHARACTERS) };
    this.#written++;
  }

  /** Those from number `from` that are still kept, oldest first. */
  since(from: number): LogLine[] {
    const first = Math.max(from, this.#written - KEPT_LINES);
    return Array.from({ length: Math.max(0, this.#written - first) }, (_, index) => this.#lines[(first + index) % KEPT_LINES]!);
  }

  /** Texts of the last lines, for an error. */
  tail(lines = 20): string[] {
    return this.since(Math.max(0, this.#written - lines)).map(({ text }) => text);
  }

  redact(text: string): string {
    return this.#secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }
}
