import { codecConformance } from '@arbalest/test-kit';
import { openCodec } from './codec-kernel.js';

const columns = `i, (i % 2 = 0) AS b, (i % 100)::TINYINT AS ti, i::SMALLINT AS si, i::INTEGER AS n, i::UBIGINT AS ub, (i / 7.0)::DOUBLE AS d, (i * 1.01)::DECIMAL(18, 2) AS money, CASE WHEN i % 10 = 0 THEN NULL ELSE 'row "' || i || '", é' END AS s, DATE '2020-01-01' + (i % 1000)::INTEGER AS day, TIMESTAMP '2020-01-01 01:02:03.456789' + INTERVAL (i) SECOND AS at,
  TIME '10:11:12' AS t, TIMESTAMPTZ '2020-01-01 00:00:00+02' AS tz, (i * 3)::FLOAT AS f, encode(i::VARCHAR) AS bytes, [i, NULL, i + 1] AS l,
  {'a': i, 'b': ['x', NULL]} AS st, MAP {'k': i} AS m, TIMESTAMP_NS '2020-01-01 00:00:00.123456789' AS ns, INTERVAL (i) DAY AS iv`;

codecConformance({ name: 'arrow files', open: () => openCodec('arrow'), extension: '.arrow', columns });
codecConformance({ name: 'arrow streams', open: () => openCodec('arrow'), extension: '.arrows', options: { format: 'stream' }, columns });
