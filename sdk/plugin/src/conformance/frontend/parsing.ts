import type { Frontend } from '@arbalest/spi';
import { expect, it } from 'vitest';
import type { FrontendTexts } from './subject.js';

export function frontendParsing(here: () => Frontend, { query, script, noTable }: FrontendTexts): void {
  it('takes one statement for one', async () => {
    const [statement, more] = await here().parse(query);
    expect(more).toBeUndefined();
    expect(statement).toMatchObject({ kind: 'query', text: query, position: 0 });
  });

  it('cuts a script where its statements end, and says where each stands', async () => {
    const statements = await here().parse(script);
    expect(statements.map(({ kind }) => kind)).toEqual(['query', 'query']);
    for (const { text, position } of statements) expect(script.slice(position, position + text.length)).toBe(text);
    expect(statements[1]!.text).toBe(query);
  });

  it('finds no statement where there is none', async () => {
    for (const text of ['', '  \n\t ', ';', ' ; ; ']) expect(await here().parse(text)).toEqual([]);
  });

  it('gives a query in which positions are those of its text', async () => {
    const [first, second] = await here().parse(script);
    for (const statement of [first!, second!]) {
      if (statement.kind !== 'query') throw new Error('The script holds two queries');
      const last = statement.query.trim().split(/\s+/).at(-1)!;
      expect(statement.text.indexOf(last, statement.query.lastIndexOf(last))).toBe(statement.query.lastIndexOf(last));
    }
  });

  it('knows no table while it parses, and parses several at once', async () => {
    const texts = [query, noTable, script, query];
    const found = await Promise.all(texts.map((text) => here().parse(text)));
    expect(found.map(({ length }) => length)).toEqual([1, 1, 2, 1]);
  });
}
