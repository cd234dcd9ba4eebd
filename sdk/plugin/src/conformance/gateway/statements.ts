import { expect, it } from 'vitest';
import { canonicalRows, type CanonicalRow, type ColumnValue } from '../../testing/index.js';
import { rejection } from '../deadline.js';
import { type GatewayPlace, MESSAGE } from './place.js';
import { FIELDS, ROWS } from './scripted-results.js';

export function gatewayStatements(started: () => Promise<GatewayPlace>): void {
  const expectRows = (found: readonly CanonicalRow[], wanted: readonly (readonly ColumnValue[])[]) => {
    const asText = (rows: readonly CanonicalRow[]) => rows.map((row) => row.map((value) => (value === null ? null : String(value))));
    expect(asText(found)).toEqual(asText(canonicalRows(FIELDS, wanted)));
  };

  it('runs a statement as it was written, and gives its rows in order', async () => {
    await using place = await started();
    const client = await place.client();
    expectRows(await client.query('SELECT * FROM numbers -- as it is'), ROWS);
    expect(place.sql.jobs.map(({ sql }) => sql)).toEqual(['SELECT * FROM numbers -- as it is']);
  });

  it('gives no row for a result without any', async () => {
    await using place = await started();
    expect(await (await place.client()).query('SELECT * FROM nothing')).toEqual([]);
  });

  it('gives the parts of a result in their order, whatever order they are made in', async () => {
    await using place = await started();
    expectRows(await (await place.client()).query('SELECT * FROM parts'), ROWS);
  });

  it('gives a part once that was lost and made anew', async () => {
    await using place = await started();
    expectRows(await (await place.client()).query('SELECT * FROM remade'), ROWS);
  });

  it('tells the client what is wrong with a statement, and goes on', async () => {
    await using place = await started();
    const client = await place.client();
    const error = await rejection('A wrong statement', client.query('SELECT * FROM wrong'));
    expect(String((error as Error).message)).toContain(MESSAGE);
    expect(await rejection('A table that is not there', client.query('SELECT * FROM nowhere'))).toMatchObject({
      message: expect.stringContaining('There is no table nowhere') as string,
    });
    expectRows(await client.query('SELECT * FROM others'), ROWS.slice(10, 20));
  });

  it('serves several clients at once, each with its own', async () => {
    await using place = await started();
    const clients = await Promise.all(Array.from({ length: 4 }, () => place.client()));
    const found = await Promise.all(clients.map((client, at) => client.query(`SELECT * FROM ${at % 2 === 0 ? 'numbers' : 'others'}`)));
    for (const [at, rows] of found.entries()) expectRows(rows, at % 2 === 0 ? ROWS : ROWS.slice(10, 20));
  });

  it('leaves nothing open once its clients have gone and it has stopped', async () => {
    const place = await started();
    {
      await using _ = place;
      for (let client = 0; client < 3; client++) await (await place.client()).query('SELECT * FROM numbers');
    }
    expect(place.sql.readsEnded).toBe(place.sql.readsBegun);
    expect(place.sql.jobs.filter(({ state }) => state === 'running')).toEqual([]);
    expect([...place.sql.sessions]).toEqual([]);
  });
}
