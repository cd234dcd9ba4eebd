import { codecConformance } from '@arbalest/test-kit';
import { openCodec } from './codec-kernel.js';

const columns = {
  i: 'BIGINT',
  b: 'BOOLEAN',
  ti: 'TINYINT',
  si: 'SMALLINT',
  n: 'INTEGER',
  ub: 'UBIGINT',
  d: 'DOUBLE',
  money: 'DECIMAL(18,2)',
  s: 'VARCHAR',
  day: 'DATE',
  at: 'TIMESTAMP',
};

codecConformance({
  name: 'csv',
  open: () => openCodec('csv'),
  extension: '.csv',
  options: { columns },
  wrongBytes: null,
  columns: `i, (i % 2 = 0) AS b, (i % 100)::TINYINT AS ti, i::SMALLINT AS si, i::INTEGER AS n, i::UBIGINT AS ub, (i / 7.0)::DOUBLE AS d, (i * 1.01)::DECIMAL(18, 2) AS money, CASE WHEN i % 10 = 0 THEN NULL ELSE 'row "' || i || '", é' END AS s, DATE '2020-01-01' + (i % 1000)::INTEGER AS day, TIMESTAMP '2020-01-01 01:02:03.456789' + INTERVAL (i) SECOND AS at`,
});

codecConformance({
  name: 'csv, compressed, with semicolons',
  open: () => openCodec('csv'),
  extension: '.csv.gz',
  options: { columns, delim: ';', compression: 'gzip' },
  wrongBytes: null,
  columns: `i, (i % 2 = 0) AS b, (i % 100)::TINYINT AS ti, i::SMALLINT AS si, i::INTEGER AS n, i::UBIGINT AS ub, (i / 7.0)::DOUBLE AS d, (i * 1.01)::DECIMAL(18, 2) AS money, CASE WHEN i % 10 = 0 THEN NULL ELSE 'row "' || i || '", é' END AS s, DATE '2020-01-01' + (i % 1000)::INTEGER AS day, TIMESTAMP '2020-01-01 01:02:03.456789' + INTERVAL (i) SECOND AS at`,
});
