const LINE_BYTES = 8_192;
const NEWLINE = 10;

/** Cuts bytes into lines. Of a line that is longer than 8 KiB the rest is dropped, so that one without an end takes no memory. */
export class LineSplitter {
  readonly #onLine: (text: string) => void;
  #rest: Buffer = Buffer.alloc(0);
  #dropping = false;

  constructor(onLine: (text: string) => void) {
    this.#onLine = onLine;
  }

  write(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#endLine(bytes.subarray(start, end));
      start = end + 1;
    }
    if (start < bytes.length) this.#keep(bytes.subarray(start));
  }

  /** What is left without a newline is a line too. */
  end(): void {
    if (this.#rest.length > 0) this.#endLine(Buffer.alloc(0));
  }

  #endLine(bytes: Buffer): void {
    if (!this.#dropping) {
      const line = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
      this.#onLine(line.subarray(0, LINE_BYTES).toString('utf8').replace(/\r$/, ''));
    }
    this.#rest = Buffer.alloc(0);
    this.#dropping = false;
  }

  #keep(bytes: Buffer): void {
    if (this.#dropping) return;
    this.#rest = Buffer.concat([this.#rest, bytes.subarray(0, LINE_BYTES)]);
    if (this.#rest.length < LINE_BYTES) return;
    this.#onLine(this.#rest.subarray(0, LINE_BYTES).toString('utf8'));
    this.#rest = Buffer.alloc(0);
    this.#dropping = true;
  }
}
