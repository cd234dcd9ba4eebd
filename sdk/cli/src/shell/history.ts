import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const LENGTH = 1_000;

/** What was typed in earlier shells, a statement a line, the newest last in the file and first here. */
export class History {
  constructor(private readonly file: string = historyFile()) {}

  /** Empty when there is none, or it cannot be read: a shell starts all the same. */
  async load(): Promise<string[]> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean).reverse().slice(0, LENGTH);
  }

  /** A history that cannot be kept is no reason to complain. */
  async save(entries: readonly string[]): Promise<void> {
    const text = entries
      .slice(0, LENGTH)
      .reverse()
      .map((entry) => `${entry}\n`)
      .join('');
    await mkdir(dirname(this.file), { recursive: true })
      .then(() => writeFile(this.file, text, { mode: 0o600 }))
      .catch(() => undefined);
  }
}

function historyFile(): string {
  const state = process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state');
  return join(state, 'arbalest', 'history');
}
