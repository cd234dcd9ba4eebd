import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromArrays } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeTable, encodeTable, type IpcMessage, openIpcFile, readIpcStream, writeIpcFile, writeIpcStream } from '../index.js';
import { pyarrowEnvironment } from './pyarrow-environment.js';
import { pyarrowConverts } from './pyarrow-peer.js';

const environment = await pyarrowEnvironment();
const python = 'python' in environment ? environment.python : '';
const table = tableFromArrays({ n: Int32Array.of(1, 2, 3), name: ['a', 'b', 'a'] });
const rows = table.toArray().map(String);

describe.skipIf(python === '')('pyarrow reads what is written here, and is read here', () => {
  let folder = '';
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'arbalest-flight-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('as a stream', async () => {
    await writeFile(join(folder, 'ours'), writeIpcStream(encodeTable(table)));
    await pyarrowConverts(python, join(folder, 'ours'), join(folder, 'theirs'));
    const got = await decodeTable(readIpcStream([await readFile(join(folder, 'theirs'))]));
    expect(got.toArray().map(String)).toEqual(rows);
  });

  test('as a file', async () => {
    await writeFile(join(folder, 'ours.arrow'), writeIpcFile(encodeTable(table)));
    await pyarrowConverts(python, join(folder, 'ours.arrow'), join(folder, 'theirs.arrow'));
    const got = await decodeTable(await messages(await readFile(join(folder, 'theirs.arrow'))));
    expect(got.toArray().map(String)).toEqual(rows);
  });

  test('a file of apache-arrow, whose schema is in the footer alone, as a stream', async () => {
    const { tableToIPC } = await import('apache-arrow');
    await writeFile(join(folder, 'footer'), writeIpcStream(await messages(tableToIPC(table, 'file'))));
    await pyarrowConverts(python, join(folder, 'footer'), join(folder, 'footer-theirs'));
    const got = await decodeTable(readIpcStream([await readFile(join(folder, 'footer-theirs'))]));
    expect(got.toArray().map(String)).toEqual(rows);
  });
});

async function messages(bytes: Uint8Array): Promise<IpcMessage[]> {
  const read = (offset: number, length: number): Promise<Uint8Array> => Promise.resolve(bytes.slice(offset, offset + length));
  const file = await openIpcFile({ size: bytes.byteLength, read });
  return [{ metadata: file.schema }, ...(await Promise.all([...file.dictionaries, ...file.batches].map((block) => file.read(block))))];
}
