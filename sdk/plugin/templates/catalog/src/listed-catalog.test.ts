import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { CATALOGS, type PluginManifest } from '@arbalest/spi';
import { catalogConformance } from '@arbalest/plugin-sdk/conformance';
import { loadPlugin, temporaryFolder } from '@arbalest/plugin-sdk/testing';
import { expect, test } from 'vitest';
import plugin from './index.js';
import { linesCodec } from './testing/lines-codec.js';

const { arbalest: manifest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  arbalest: PluginManifest;
};
const FIELDS = [
  { name: 'page', type: { id: 'VARCHAR' }, nullable: true },
  { name: 'hits', type: { id: 'INTEGER' }, nullable: true },
] as const;
const COLUMNS = { page: 'VARCHAR', hits: 'integer' };

async function place(list: object = { visits: { files: ['visits.lines'], columns: COLUMNS } }) {
  const folder = await temporaryFolder();
  const write = async (rows: readonly (readonly (string | number | null)[])[]) => {
    await writeFile(folder.file('visits.lines'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return rows;
  };
  const rows = await write([
    ['/', 3],
    ['/owls', 1],
    ['/cats', null],
  ]);
  await writeFile(folder.file('tables.json'), JSON.stringify(list));
  const loaded = await loadPlugin(plugin, { manifest, config: { file: folder.file('tables.json') }, codecs: [linesCodec] });
  const close = async () => {
    await loaded.close();
    await folder[Symbol.asyncDispose]();
  };
  return { folder, rows, write, close, catalog: loaded.services.all(CATALOGS)[0]!, codec: (id: string) => loaded.codecs.get(id) };
}

catalogConformance('plugin_name', {
  open: async () => {
    const { rows, write, ...opened } = await place();
    const change = () => write([...rows, ['/dogs', 9]]);
    return { ...opened, change, table: { name: { catalog: 'plugin_name', schema: 'main', name: 'visits' }, fields: FIELDS, rows } };
  },
});

const never = new AbortController().signal;

test.each([
  [{ visits: { columns: COLUMNS } }, 'wants "files"'],
  [{ visits: { files: ['visits.lines'] } }, 'wants "columns"'],
  [{ visits: { files: ['visits.lines'], columns: { page: 'TEXTS' } } }, 'TEXTS'],
  [{ visits: { files: ['nothing.lines'], columns: COLUMNS } }, 'nothing.lines'],
  [{ visits: { files: ['visits.lines'], columns: COLUMNS, codec: 'none' } }, 'give it one of: lines'],
])('the list %j is refused with what is wrong', async (list, problem) => {
  const { catalog, close } = await place(list);
  try {
    await expect(catalog.table({ name: 'visits' }, never)).rejects.toThrow(problem);
  } finally {
    await close();
  }
});
