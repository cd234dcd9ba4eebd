import { codecConformance } from '@arbalest/test-kit';
import { openCodec } from './codec-kernel.js';

const columns = `i, (i % 2 = 0) AS b, (i / 7.0)::DOUBLE AS d, CASE WHEN i % 10 = 0 THEN NULL ELSE 'row "' || i || '", é' END AS s,
  DATE '2020-01-01' + (i % 1000)::INTEGER AS day, TIMESTAMP '2020-01-01 01:02:03.456789' + INTERVAL (i) SECOND AS at,
  [i, NULL, i + 1] AS l, {'a': i, 'b': ['x', NULL]} AS st`;

codecConformance({
  name: 'json lines',
  open: () => openCodec('json'),
  extension: '.json',
  columns,
  wrongBytes: Buffer.from('{"a": 1}\n{"a": ]\n'),
  emptyHasColumns: false,
});

codecConformance({
  name: 'json arrays, compressed',
  open: () => openCodec('json'),
  extension: '.json.gz',
  options: { array: true, compression: 'gzip' },
  columns,
  emptyHasColumns: false,
});
