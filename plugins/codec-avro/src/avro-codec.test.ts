import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import type { DataType, NamedType } from '@arbalest/spi';
import { AvroCodec } from './avro-codec.js';

const column = (name: string, type: DataType): NamedType => ({ name, type });
const BIGINT: DataType = { id: 'BIGINT' };
const VARCHAR: DataType = { id: 'VARCHAR' };

const columns: readonly NamedType[] = [
  column('i', BIGINT),
  column('b', { id: 'BOOLEAN' }),
  column('n', { id: 'INTEGER' }),
  column('f', { id: 'FLOAT' }),
  column('d', { id: 'DOUBLE' }),
  column('money', { id: 'DECIMAL', width: 18, scale: 2 }),
  column('huge', { id: 'DECIMAL', width: 38, scale: 4 }),
  column('s', VARCHAR),
  column('bytes', { id: 'BLOB' }),
  column('id', { id: 'UUID' }),
  column('day', { id: 'DATE' }),
  column('t', { id: 'TIME' }),
  column('at', { id: 'TIMESTAMP' }),
  column('ms', { id: 'TIMESTAMP_MS' }),
  column('ns', { id: 'TIMESTAMP_NS' }),
  column('tz', { id: 'TIMESTAMP WITH TIME ZONE' }),
  column('nothing', { id: 'NULL' }),
  column('l', { id: 'LIST', child: BIGINT }),
  column('m', { id: 'MAP', key: VARCHAR, value: BIGINT }),
  column('st', { id: 'STRUCT', fields: [column('a', BIGINT), column('b', { id: 'LIST', child: VARCHAR })] }),
];

for (const compression of ['deflate', 'snappy'])
  codecConformance(`avro, ${compression}`, {
    open: async () => ({ codec: new AvroCodec() }),
    extension: '.avro',
    options: { compression },
    columns: compression === 'deflate' ? columns : columns.slice(0, 3),
  });
