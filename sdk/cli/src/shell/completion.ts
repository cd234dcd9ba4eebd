import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Name } from '@arbalest/client';

/** What readline takes: words that may stand in place of `typed`. */
export type Completions = [words: string[], typed: string];

/** After these a table is expected. */
const BEFORE_TABLE = /\b(from|join|into|table|describe|update|view)\s+("?[\w.]*)$/i;
const WORD = /[\w"]*$/;
const LIMIT = 200;

/**
 * Completes the last word of what has been typed: columns after `table.`, tables after FROM and its kin, otherwise the columns of the tables that
 * the statement mentions before all other names; paths within an open quote.
 */
export async function complete(before: string, line: string, names: () => Promise<readonly Name[]>): Promise<Completions> {
  const text = before + line;
  const path = openQuote(text);
  if (path !== undefined) return completePath(path);
  const typed = WORD.exec(line)![0];
  const prefix = unquoted(typed).toLowerCase();
  const known = await names();
  const qualifier = /([\w"]+)\.[\w"]*$/.exec(line)?.[1];
  const candidates =
    qualifier !== undefined
      ? columnsOf(known, [unquoted(qualifier)])
      : BEFORE_TABLE.test(text)
        ? tables(known)
        : anyName(known, text, prefix !== '');
  const words = [...new Set(candidates.filter(({ name }) => name.toLowerCase().startsWith(prefix)).map(quoted))];
  return [words.slice(0, LIMIT), typed];
}

/** Before FROM has been typed any table may be meant, so then the columns of all are offered, once there is something to choose by. */
function anyName(names: readonly Name[], text: string, begun: boolean): readonly Name[] {
  const mentioned = tables(names).filter(({ name }) => text.toLowerCase().includes(name.toLowerCase()));
  const columns = mentioned.length > 0 || !begun ? columnsOf(names, nameTexts(mentioned)) : names.filter(({ kind }) => kind === 'column');
  return [...columns, ...tables(names), ...names.filter(({ kind }) => kind !== 'column')];
}

function nameTexts(names: readonly Name[]): string[] {
  return names.map(({ name }) => name);
}

function tables(names: readonly Name[]): readonly Name[] {
  return names.filter(({ kind }) => kind === 'table' || kind === 'view');
}

function columnsOf(names: readonly Name[], parents: readonly string[]): readonly Name[] {
  const wanted = new Set(parents.map((parent) => parent.toLowerCase()));
  return names.filter(({ kind, parent }) => kind === 'column' && wanted.has(parent.toLowerCase()));
}

function quoted({ name, kind }: Name): string {
  return kind === 'keyword' || kind === 'setting' || /^[a-z_]\w*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function unquoted(word: string): string {
  return word.replaceAll('"', '');
}

/** What stands in a quote that is still open. */
function openQuote(text: string): string | undefined {
  const pieces = text.split("'");
  return pieces.length % 2 === 0 ? pieces.at(-1) : undefined;
}

async function completePath(typed: string): Promise<Completions> {
  const folder = typed.endsWith('/') ? typed : dirname(typed);
  const entries = await readdir(resolve(folder || '.'), { withFileTypes: true }).catch(() => []);
  const paths = entries.map(
    (entry) => (folder === '.' && !typed.startsWith('.') ? entry.name : join(folder, entry.name)) + (entry.isDirectory() ? '/' : ''),
  );
  return [paths.filter((path) => path.startsWith(typed)).slice(0, LIMIT), typed];
}
