import type { Style } from '../terminal.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export interface Bar {
  readonly name: string;
  readonly value: number;
}

/** Horizontal bars, to an eighth of a character; those of the upper third stand out. Values below zero have no bar. */
export function barChart(bars: readonly Bar[], unit: string, width: number, style: Style): string {
  const largest = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const names = Math.max(...bars.map(({ name }) => name.length));
  const fraction = bars.every(({ value }) => Number.isInteger(value)) ? 0 : 1;
  const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  return bars
    .map(({ name, value }) => {
      const eighths = Math.max(0, Math.round((value / largest) * width * 8));
      const bar = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
      return `  ${name.padStart(names)} ${style(value > largest * 0.66 ? 'red' : 'cyan', bar)} ${value.toLocaleString('en-US', digits)} ${unit}\n`;
    })
    .join('');
}
