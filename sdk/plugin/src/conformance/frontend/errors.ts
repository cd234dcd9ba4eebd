import type { ArbalestError, Frontend } from '@arbalest/spi';
import { userError } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { planContext } from './context.js';
import type { FrontendTexts } from './subject.js';

export function frontendErrors(here: () => Frontend, texts: FrontendTexts): void {
  const refused = async (query: string, context = planContext(texts.view)) =>
    (await rejection(`The query ${query}`, here().plan(query, context))) as ArbalestError;

  it('says where a statement is none of the language', async () => {
    const { text, at } = texts.syntaxError;
    const asked = [
      ['alone', text, 0],
      ['behind another', `${texts.noTable};\n${text}`, texts.noTable.length + 2],
    ] as const;
    for (const [what, script, offset] of asked) {
      const error = (await rejection(`A wrong statement ${what}`, parseAndPlan(script))) as ArbalestError;
      expect(error, what).toMatchObject({ family: 'user', code: 'SYNTAX' });
      const position = error.details.position! - offset;
      const expected = text.indexOf(at);
      expect(position >= expected && position <= expected + at.length, `${what}: position ${position}`).toBe(true);
    }
  });

  it('names a table that is not there, where it stands, and those that may be meant', async () => {
    const error = await refused(texts.unknownTable);
    expect(error).toMatchObject({ family: 'user', code: 'TABLE_NOT_FOUND', message: expect.stringContaining('nubmers') as string });
    expect(error.details.candidates).toContain('numbers');
    expect(error.details.position).toBe(texts.unknownTable.indexOf('nubmers'));
  });

  it('names a column that is not there, where it stands, and those that may be meant', async () => {
    const error = await refused(texts.unknownColumn);
    expect(error).toMatchObject({ family: 'user', code: 'COLUMN_NOT_FOUND', message: expect.stringContaining('ii') as string });
    expect(error.details.candidates?.map((name) => name.replace(/.*\./, ''))).toContain('i');
    expect(error.details.position).toBe(texts.unknownColumn.indexOf('ii'));
  });

  it('refuses a query whose parameter has no value', async () => {
    expect(await refused(texts.parameter)).toMatchObject({ family: 'user' });
  });

  it('passes on what is thrown while a table is looked for', async () => {
    const context = planContext(texts.view, { resolve: () => Promise.reject(userError('FILE_UNREADABLE', 'The file cannot be read')) });
    expect(await refused(texts.query, context)).toMatchObject({ family: 'user', code: 'FILE_UNREADABLE' });
  });

  it('goes on after an error', async () => {
    await refused(texts.unknownTable);
    expect((await here().plan(texts.query, planContext(texts.view))).fields).toHaveLength(2);
  });

  /** Whether a language sees it when it cuts the script or when it plans is its own affair. */
  async function parseAndPlan(script: string): Promise<void> {
    for (const statement of await here().parse(script)) {
      if (statement.kind !== 'query') continue;
      try {
        await here().plan(statement.query, planContext(texts.view));
      } catch (thrown) {
        const { family, code, details } = thrown as ArbalestError;
        throw Object.assign(new Error(String(thrown)), {
          family,
          code,
          details: { ...details, position: details.position! + statement.position },
        });
      }
    }
  }
}
