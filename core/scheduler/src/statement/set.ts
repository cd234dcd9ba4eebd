import type { Statement } from '@arbalest/spi';
import type { Action } from './action.js';
import { textColumn } from './local-table.js';
import type { StatementContext } from './statement-context.js';

/** SET name = value. */
export function set({ name, value }: Statement & { kind: 'set' }, { session }: StatementContext): Action {
  session.settings.set(name, value);
  return { kind: 'answer', tag: 'SET' };
}

/** RESET name: back to what a new session has. */
export function reset({ name }: Statement & { kind: 'reset' }, { session }: StatementContext): Action {
  session.settings.reset(name);
  return { kind: 'answer', tag: 'RESET' };
}

/** SHOW ALL: every setting, its value in this session and what it does. */
export function showSettings({ session }: StatementContext): Action {
  const rows = session.settings.all().map((setting) => [setting.name, setting.value, setting.default, setting.doc]);
  return {
    kind: 'answer',
    table: { fields: [textColumn('name'), textColumn('value'), textColumn('default'), textColumn('description')], rows },
  };
}
