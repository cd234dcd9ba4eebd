import { readFile } from 'node:fs/promises';
import { userError, type Codec, type ReadRequest, type Split } from '@arbalest/spi';
import { streamOf, type ColumnValue } from '@arbalest/plugin-sdk/testing';

/** For tests: a JSON array on each line, its values in the order of the declared columns. */
export const linesCodec: Codec = {
  id: 'lines',
  extensions: ['.lines'],
  async describe(files, options, _signal, declared) {
    if (declared === undefined) throw userError('CODEC_FORMAT', `The columns of ${files[0]!.path} have to be declared`);
    return { fields: declared, statistics: { bytes: files.reduce((sum, { size }) => sum + size, 0) }, options };
  },
  async splits({ files }) {
    return files.map((file) => ({ codec: 'lines', file, estimatedBytes: file.size }));
  },
  async read({ file }: Split, { columns, source, batchRows, signal }: ReadRequest) {
    const lines = (await readFile(file.path, { encoding: 'utf8', signal })).split('\n').filter((line) => line !== '');
    const positions = columns.map(({ name }) => source.fields.findIndex((field) => field.name === name));
    const rows = lines.map((line) => JSON.parse(line) as ColumnValue[]).map((row) => positions.map((at) => row[at] ?? null));
    return streamOf(columns, rows, { batchRows });
  },
};
