import { checkedOptions, userError, type FormatOptions } from '@arbalest/spi';
import { type Compression, COMPRESSIONS } from './container/compress.js';

export interface AvroOptions {
  /** Whether files may differ in their columns: what one does not have is NULL. @default false */
  readonly union_by_name: boolean;
  /** How written blocks are compressed. @default 'deflate' */
  readonly compression: Compression;
}

/** @throws user error `CODEC_OPTION` */
export function avroOptions(options: FormatOptions): AvroOptions {
  const { union_by_name = false, compression = 'deflate' } = checkedOptions(
    'avro',
    { union_by_name: 'boolean', compression: 'text' },
    options,
  );
  const known = COMPRESSIONS.find((name) => name === compression);
  if (known === undefined)
    throw userError(
      'CODEC_OPTION',
      `The option "compression" of the format avro wants ${COMPRESSIONS.join(', ')}, met ${JSON.stringify(compression)}`,
    );
  return { union_by_name: union_by_name === true, compression: known };
}
