import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import { typeToSql } from '@arbalest/spi';
import { openCodec } from './codec-kernel.js';
import { PLAIN_COLUMNS } from './sample-columns.js';

const columns = Object.fromEntries(PLAIN_COLUMNS.map(({ name, type }) => [name, typeToSql(type)]));
const subject = { open: () => openCodec('csv'), columns: PLAIN_COLUMNS, wrongBytes: null } as const;

codecConformance('csv', { ...subject, extension: '.csv', options: { columns } });
codecConformance('csv, compressed, with semicolons', {
  ...subject,
  extension: '.csv.gz',
  options: { columns, delim: ';', compression: 'gzip' },
});
