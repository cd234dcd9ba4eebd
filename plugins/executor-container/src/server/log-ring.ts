export interface LogLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

const KEPT_LINES = 1_000;
const LINE_CHARACTERS = 2_000;

/** What a server prints once when it takes connections (PROTOCOL.md): said to whoever starts it, not by a function. */
const LISTENING = /^listening on (unix:\/\S+|\S+:\d+)$/;

/** The last lines that a process wrote. Lines are numbered from 0 since its start, so that a reader can ask for what came after a point. */
export class LogRing {
  readonly #lines: LogLine[] = [];
  readonly #secrets: readonly string[];
  #written = 0;
  #taken = 0;
  #listening = -1;

  /** @param secrets Texts that no line may show. */
  constructor(secrets: readonly string[] = []) {
    this.#secrets = secrets.filter((secret) => secret !== '');
  }

  /** Number of the first line that nobody has taken. */
  get untaken(): number {
    return this.#taken;
  }

  add(text: string, time = Date.now()): void {
    if (this.#listening < 0 && LISTENING.test(text)) this.#listening = this.#written;
    this.#lines[this.#written % KEPT_LINES] = { time, text: this.redact(text).slice(0, LINE_CHARACTERS) };
    this.#written++;
  }

  /** Those from number `from` that are still kept, oldest first. */
  since(from: number): LogLine[] {
    const first = Math.max(from, this.#written - KEPT_LINES);
    return Array.from({ length: Math.max(0, this.#written - first) }, (_, index) => this.#lines[(first + index) % KEPT_LINES]!);
  }

  /** As `since`, for the log of a function: without the line that says where the server listens. */
  take(from: number): LogLine[] {
    this.#taken = this.#written;
    const lines = this.since(from);
    const at = this.#listening - (this.#written - lines.length);
    return lines.filter((_, index) => index !== at);
  }

  /** Texts of the last lines, for an error. */
  tail(lines = 20): string[] {
    return this.since(Math.max(0, this.#written - lines)).map(({ text }) => text);
  }

  redact(text: string): string {
    return this.#secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }
}
