import { isArbalestError } from '@arbalest/client';
import { styleFor, terminalOf, type Style } from '../terminal.js';
import { cutToWidth, textWidth } from './text-width.js';

/** Characters of a long line that are shown on either side of the position. */
const AROUND = 60;
/** Names that are proposed; the nearest come first. */
const CANDIDATES = 5;

/** An error as a person should see it: what, where, and what to do. `source` is the text that its position is in. */
export function drawError(error: unknown, source?: string, style: Style = styleFor(terminalOf(process.stderr))): string {
  if (!isArbalestError(error)) return drawUnexpected(error, style);
  const { position, candidates = [], notes = [] } = error.details;
  const parts = [`${style('red', style('bold', 'Error:'))} ${error.message} ${style('dim', `(${error.code})`)}\n`];
  if (source !== undefined && position !== undefined) parts.push(drawPosition(source, position, style));
  // What a message says already needs neither a question nor a note.
  if (candidates.some((name) => !names(error.message, name))) parts.push(`${style('cyan', didYouMean(candidates.slice(0, CANDIDATES)))}\n`);
  for (const note of notes) if (!error.message.includes(note)) parts.push(`${indented(note)}\n`);
  return parts.join('');
}

function drawUnexpected(error: unknown, style: Style): string {
  const message = error instanceof Error ? (process.env.ARBALEST_DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
  return `${style('red', style('bold', 'Error:'))} ${message}\n`;
}

/** The line with its number, and a caret under the position. */
function drawPosition(source: string, position: number, style: Style): string {
  const at = Math.min(Math.max(0, position), source.length);
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = source.indexOf('\n', at);
  const number = String(source.slice(0, lineStart).split('\n').length);
  const line = source.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).trimEnd();
  const { text, column } = windowAround(line, at - lineStart);
  // A tab stays one, so that the caret stands where the terminal puts the text.
  const indent = text.slice(0, column).replace(/[^\t]/gu, (character) => ' '.repeat(textWidth(character)));
  const gutter = style('dim', `  ${number} │ `);
  const below = style('dim', `  ${' '.repeat(number.length)} │ `);
  return `\n${gutter}${text}\n${below}${indent}${style('red', '^')}\n\n`;
}

function windowAround(line: string, column: number): { readonly text: string; readonly column: number } {
  if (line.length <= 2 * AROUND) return { text: line, column };
  const begin = Math.max(0, column - AROUND);
  const text = line.slice(begin);
  return begin === 0
    ? { text: cutToWidth(text, 2 * AROUND), column }
    : { text: `…${cutToWidth(text.slice(1), 2 * AROUND)}`, column: column - begin };
}

/** Whether the message has the name as a word of its own. */
function names(message: string, name: string): boolean {
  return message.split(/[^\p{L}\p{N}_.$-]+/u).includes(name) || message.includes(`"${name}"`);
}

function didYouMean(candidates: readonly string[]): string {
  const [last, ...others] = [...candidates].reverse();
  return others.length === 0 ? `Did you mean ${last}?` : `Did you mean ${others.reverse().join(', ')} or ${last}?`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
