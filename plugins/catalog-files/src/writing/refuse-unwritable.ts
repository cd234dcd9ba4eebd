import { userError, type Codec, type WriteTarget } from '@arbalest/spi';

/** Says now, and not when the rows are there, that a format cannot be written or does not know an option. */
export function refuseUnwritable(
  codec: Codec,
  { options, fields, partitionBy }: Pick<WriteTarget, 'options' | 'fields' | 'partitionBy'>,
): void {
  if (codec.write === undefined && codec.nativeWrite === undefined) {
    throw userError('CODEC_READ_ONLY', `The format ${codec.id} can be read but not written; choose another, for example parquet`);
  }
  const missing = partitionBy.find((name) => !fields.some((field) => field.name === name));
  if (missing !== undefined)
    throw userError(
      'COLUMN_NOT_FOUND',
      `PARTITION BY names the column "${missing}", which is not among ${fields.map(({ name }) => name).join(', ')}`,
    );
  codec.nativeWrite?.('duckdb', { id: '', directory: '', codec: codec.id, singleFile: true, options, fields, partitionBy });
}
