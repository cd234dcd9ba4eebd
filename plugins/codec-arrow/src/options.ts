import { checkedOptions, userError, type FormatOptions } from '@arbalest/spi';

/** `format` matters for writing only: when reading, the bytes tell. */
export interface ArrowOptions {
  readonly format: 'file' | 'stream';
}

export function arrowOptions(options: FormatOptions): ArrowOptions {
  const { format = 'file' } = checkedOptions('arrow', { format: 'text' }, options);
  if (format === 'file' || format === 'stream') return { format };
  throw userError('CODEC_OPTION', `The option "format" of the format arrow wants file or stream, met ${JSON.stringify(format)}`);
}
