import type { Sink } from './sink.js';

const CHUNK_LENGTH = 64 * 1024;

/** Gathers small pieces of text into writes that are worth a system call. */
export class Chunks {
  #text = '';

  constructor(private readonly sink: Sink) {}

  async add(text: string): Promise<void> {
    this.#text += text;
    if (this.#text.length >= CHUNK_LENGTH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.sink.write(text);
  }
}
