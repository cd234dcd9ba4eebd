import type { Progress } from '@arbalest/client';
import { type Style, styleFor, type Terminal, terminalOf } from '../terminal.js';
import { byteText, countText, durationText } from './amounts.js';
import { cutToWidth } from './text-width.js';

/** A statement that is done sooner shows no progress. */
const PATIENCE_MS = 400;
const BAR_WIDTH = 20;
const CLEAR_LINE = '\r\u001b[2K';

/** One line on standard error that tells how far a statement has come; nothing where nobody looks. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #style: Style;
  #begun = 0;
  #drawn = false;
  #quiet = true;
  /** When the fraction last grew, by the statement's own clock, and how far it had come. */
  #advance = { fraction: 0, elapsedMs: 0, times: 0 };

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.#terminal = terminalOf(stream);
    this.#style = styleFor(this.#terminal);
  }

  get visible(): boolean {
    return this.#terminal.interactive;
  }

  /** A statement starts. */
  begin(): void {
    this.#begun = Date.now();
    this.#quiet = false;
    this.#advance = { fraction: 0, elapsedMs: 0, times: 0 };
  }

  show(progress: Progress): void {
    const { fraction, elapsedMs } = progress;
    if (fraction > this.#advance.fraction) this.#advance = { fraction, elapsedMs, times: this.#advance.times + 1 };
    if (this.#quiet || !this.visible || Date.now() - this.#begun < PATIENCE_MS) return;
    this.stream.write(CLEAR_LINE + progressText(progress, this.#terminal.width - 1, this.#style, this.#isSteady(elapsedMs)));
    this.#drawn = true;
  }

  /** An estimate from a fraction that has come in one leap, or stands still, would be fiction. */
  #isSteady(elapsedMs: number): boolean {
    const { times, elapsedMs: last } = this.#advance;
    return times > 1 && elapsedMs - last < Math.max(2_000, last);
  }

  /** Takes the line away; nothing is shown until the next statement begins. */
  clear(): void {
    this.#quiet = true;
    if (this.#drawn) this.stream.write(CLEAR_LINE);
    this.#drawn = false;
  }
}

/** Bar, stages, what runs now, and how long it may take yet. */
export function progressText(progress: Progress, width: number, style: Style, steady: boolean): string {
  const done = Math.round(progress.fraction * BAR_WIDTH);
  const running = progress.stages.filter(({ tasksRunning }) => tasksRunning > 0);
  const parts = [
    ` ${Math.floor(progress.fraction * 100)
      .toString()
      .padStart(2)} %`,
    `stage ${Math.min(progress.stagesFinished + 1, progress.stagesTotal)}/${progress.stagesTotal}`,
    ...running
      .slice(0, 2)
      .map(({ label, rowsOut, bytesOut }) => `${label}${rowsOut > 0 ? ` ${countText(rowsOut)} rows, ${byteText(bytesOut)}` : ''}`),
    `${durationText(progress.elapsedMs)}${steady ? remaining(progress) : ''}`,
  ];
  const line = cutToWidth(parts.join(' · '), width - BAR_WIDTH);
  return `${style('cyan', '█'.repeat(done))}${style('dim', '░'.repeat(BAR_WIDTH - done))}${line}`;
}

/** From how long the part that is done took; too early it would only jump about. */
function remaining({ fraction, elapsedMs }: Progress): string {
  if (fraction < 0.05 || fraction >= 1) return '';
  return `, about ${durationText((elapsedMs / fraction) * (1 - fraction))} left`;
}
