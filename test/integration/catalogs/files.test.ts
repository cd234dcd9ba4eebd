import { writeFile } from 'node:fs/promises';
import { catalogConformance } from '@arbalest/plugin-sdk/conformance';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';
import { CATALOGS, type Field } from '@arbalest/spi';
import { loadOurPlugin } from '../our-plugin.js';

const FIELDS: readonly Field[] = [
  { name: 'i', type: { id: 'BIGINT' }, nullable: true },
  { name: 's', type: { id: 'VARCHAR' }, nullable: true },
];
const ROWS = [[1, 'one'], [2, 'two'], [3, null], [4, 'four']] as const; // prettier-ignore
const csv = (rows: readonly (readonly [number, string | null])[]) => `i,s\n${rows.map(([i, s]) => `${i},${s ?? ''}\n`).join('')}`;

catalogConformance('files', {
  open: async () => {
    const folder = await temporaryFolder();
    const plugin = await loadOurPlugin('catalog-files', ['codec-csv', 'codec-parquet', 'executor-duckdb', 'state-memory']);
    const catalog = plugin.services.get(CATALOGS);
    await writeFile(folder.file('known.csv'), csv(ROWS));
    const base = { baseDirectory: folder.path, options: {} };
    const external = { name: { name: 'known' }, ownership: 'external', location: ['known.csv'] } as const;
    await catalog.create!({ ...base, ...external, partitionBy: [], ifNotExists: false, orReplace: false }, new AbortController().signal);
    return {
      catalog,
      table: { name: { name: 'known' }, fields: FIELDS, rows: ROWS },
      codec: (id) => plugin.codecs.get(id),
      async change() {
        const rows = [...ROWS, [5, 'five']] as const;
        await writeFile(folder.file('known.csv'), csv(rows));
        return rows;
      },
      path: { request: { ...base, paths: ['known.csv'] }, rows: ROWS, missing: { ...base, paths: ['nothing.csv'] } },
      making: { baseDirectory: folder.path },
      copyPath: { path: 'copied.parquet', baseDirectory: folder.path, codec: 'parquet' },
      async close() {
        await plugin.close();
        await folder[Symbol.asyncDispose]();
      },
    };
  },
});
