import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import { openCodec } from './codec-kernel.js';
import { ALL_COLUMNS } from './sample-columns.js';

codecConformance('parquet', {
  open: () => openCodec('parquet'),
  extension: '.parquet',
  options: { row_group_size: 2048 },
  columns: ALL_COLUMNS,
});
