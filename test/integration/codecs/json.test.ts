import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import { openCodec } from './codec-kernel.js';
import { NESTED_COLUMNS, PLAIN_COLUMNS } from './sample-columns.js';

/** What the format tells apart. */
const columns = [...PLAIN_COLUMNS.filter(({ name }) => ['i', 'b', 'd', 's', 'day', 'at'].includes(name)), ...NESTED_COLUMNS];
const subject = { open: () => openCodec('json'), columns, emptyHasColumns: false, tellsColumns: false } as const;

codecConformance('json lines', { ...subject, extension: '.json', wrongBytes: Buffer.from('{"a": 1}\n{"a": ]\n') });
codecConformance('json arrays, compressed', { ...subject, extension: '.json.gz', options: { array: true, compression: 'gzip' } });
