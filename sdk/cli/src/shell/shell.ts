import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Connection, Name } from '@arbalest/client';
import { runScript, type ScriptOptions } from '../run-script.js';
import { styleFor, terminalOf, type Style } from '../terminal.js';
import { complete, type Completions } from './completion.js';
import { History } from './history.js';
import { isComplete } from './statement-end.js';

export type ShellOptions = Omit<ScriptOptions, 'signal'> & { readonly connect?: string };

/** Where a person types, and where prompts and hints go. */
export interface ShellStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

const PROMPT = 'arbalest> ';
const MORE = '       -> ';
const HELP = `Statements end with a semicolon and may take several lines.
  \\d [TABLE]      tables, or the columns of one
  \\timing         show or hide how long statements take
  \\h              this help
  \\q              leave; so does Ctrl-D
Tab completes tables, columns and, within quotes, files. Ctrl-C cancels what runs, or drops what was typed
`;

/** Reads statements from a terminal and runs them one after the other, until the person leaves. */
export class Shell {
  readonly #db: Connection;
  readonly #options: ShellOptions;
  readonly #streams: ShellStreams;
  readonly #style: Style = styleFor(terminalOf(process.stdout));
  readonly #history = new History();
  readonly #lines: string[] = [];
  #readline!: Interface;
  #typed = '';
  #running: AbortController | undefined;
  #draining = false;
  #closed = false;
  #timing = true;
  #names: Promise<readonly Name[]> | undefined;

  constructor(db: Connection, options: ShellOptions, streams: ShellStreams = { input: process.stdin, output: process.stdout }) {
    this.#db = db;
    this.#options = options;
    this.#streams = streams;
  }

  /** Resolves when the shell has been left. */
  async run(): Promise<void> {
    this.#readline = createInterface({
      ...this.#streams,
      completer: (line: string, done: (error: null, completions: Completions) => void) =>
        void this.#complete(line).then((words) => done(null, words)),
      history: await this.#history.load(),
      historySize: 1_000,
      removeHistoryDuplicates: true,
    });
    // At once, not when `closed` resolves: a prompt after the end would read on from the terminal, and the process would never end.
    this.#readline.on('close', () => (this.#closed = true));
    const closed = once(this.#readline, 'close');
    this.#readline.on('line', (line) => this.#onLine(line));
    this.#readline.on('SIGINT', () => this.#onInterrupt());
    this.#streams.output.write(
      `Arbalest ${this.#db.version} ${this.#options.connect === undefined ? 'in this process' : `at ${this.#options.connect}`}; \\h for help\n`,
    );
    this.#prompt();
    await closed;
    this.#running?.abort(new Error('Cancelled'));
    await this.#history.save(this.#entries);
    this.#streams.output.write('\n');
  }

  /** readline keeps its history, newest first, in a member that its types leave out. */
  get #entries(): string[] {
    return (this.#readline as Interface & { history: string[] }).history;
  }

  #prompt(): void {
    if (this.#closed) return;
    this.#readline.setPrompt(this.#style('bold', this.#typed === '' ? PROMPT : MORE));
    this.#readline.prompt();
  }

  #onInterrupt(): void {
    if (this.#running !== undefined) return this.#running.abort(new Error('Cancelled'));
    this.#typed = '';
    this.#readline.write(null, { ctrl: true, name: 'e' });
    this.#streams.output.write('^C\n');
    this.#readline.write(null, { ctrl: true, name: 'u' });
    this.#prompt();
  }

  /** What is typed or pasted while a statement runs waits for its turn. */
  #onLine(line: string): void {
    this.#lines.push(line);
    if (!this.#draining) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    for (let line = this.#lines.shift(); line !== undefined && !this.#closed; line = this.#lines.shift()) await this.#take(line);
    this.#draining = false;
    this.#prompt();
  }

  async #take(line: string): Promise<void> {
    if (this.#typed === '' && line.trim().startsWith('\\')) return this.#command(line.trim());
    if (this.#typed === '' && /^\s*(exit|quit)\s*;?\s*$/i.test(line)) return this.#readline.close();
    this.#typed += `${line}\n`;
    if (this.#typed.trim() === '') this.#typed = '';
    if (!isComplete(this.#typed)) return;
    const script = this.#typed.trim();
    this.#typed = '';
    this.#remember(script);
    await this.#execute(script);
  }

  /** A statement of several lines comes back as one: readline has kept each line by itself. */
  #remember(script: string): void {
    const lines = script.split('\n');
    if (lines.length === 1 || script.includes('--')) return;
    const entries = this.#entries;
    const parts = new Set(lines.map((line) => line.trim()));
    while (entries[0] !== undefined && parts.has(entries[0].trim())) entries.shift();
    entries.unshift(lines.map((line) => line.trim()).join(' '));
  }

  async #command(line: string): Promise<void> {
    const [command, ...rest] = line.split(/\s+/);
    switch (command) {
      case '\\q':
        return this.#readline.close();
      case '\\d':
        return this.#execute(rest.length === 0 ? 'SHOW TABLES' : `DESCRIBE ${rest.join(' ')}`);
      case '\\timing':
        this.#timing = !this.#timing;
        return void this.#streams.output.write(`Timing is ${this.#timing ? 'on' : 'off'}\n`);
      default:
        if (command !== '\\h' && command !== '\\?') this.#streams.output.write(`No command ${command}\n`);
        return void this.#streams.output.write(HELP);
    }
  }

  async #execute(script: string): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      await runScript(this.#db, script, { ...this.#options, signal: running.signal, summary: this.#timing });
    } finally {
      this.#running = undefined;
      this.#names = undefined;
    }
  }

  #complete(line: string): Promise<Completions> {
    const names = (): Promise<readonly Name[]> => (this.#names ??= this.#db.names(AbortSignal.timeout(2_000)).catch(() => []));
    return complete(this.#typed, line, names);
  }
}
