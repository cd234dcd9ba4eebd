import { CATALOGS, type TableDefinition } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { codecKernel } from './codec-kernel.js';

const signal = new AbortController().signal;

const definition = (more: Partial<TableDefinition>): TableDefinition => ({
  name: { name: 't' },
  ownership: 'managed',
  baseDirectory: '/',
  options: {},
  fields: [{ name: 'a', type: { id: 'INTEGER' }, nullable: true }],
  partitionBy: [],
  ifNotExists: false,
  orReplace: false,
  ...more,
});

it('a table that was made for a job is there already when the job is gone on with, and is in the way of any other', async () => {
  const { kernel, close } = await codecKernel();
  try {
    const catalog = kernel.services.get(CATALOGS);
    const made = await catalog.create!(definition({ job: 'job1' }), signal);
    expect((await catalog.create!(definition({ job: 'job1' }), signal)).version).toBe(made.version);
    for (const job of [{ job: 'job2' }, {}])
      await expect(catalog.create!(definition(job), signal)).rejects.toMatchObject({ family: 'user', code: 'TABLE_EXISTS' });
    await catalog.drop!({ name: 't' }, signal);
    await expect(catalog.table({ name: 't' }, signal)).resolves.toBeUndefined();
  } finally {
    await close();
  }
});
