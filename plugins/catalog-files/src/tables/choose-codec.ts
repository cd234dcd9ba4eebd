import { closestNames, userError, type Codec, type CodecRegistry } from '@arbalest/spi';

/** @throws user error `CODEC_UNKNOWN`, with the codecs that there are. */
export function codecNamed(codecs: CodecRegistry, id: string): Codec {
  const codec = codecs.get(id.toLowerCase());
  if (codec !== undefined) return codec;
  const known = codecs.list().map((each) => each.id);
  const near = closestNames(id, known);
  throw userError(
    'CODEC_UNKNOWN',
    `There is no format "${id}"; ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are: ${known.join(', ')}`}`,
    { candidates: near },
  );
}

/** @throws user error `CODEC_UNKNOWN` when no codec answers for files named so. */
export function codecForPath(codecs: CodecRegistry, path: string): Codec {
  const codec = codecs.forPath(path);
  if (codec !== undefined) return codec;
  const endings = codecs.list().flatMap(({ extensions }) => extensions);
  throw userError(
    'CODEC_UNKNOWN',
    `The format of ${path} cannot be told from its name (known endings: ${endings.join(' ')}); name it, for example with STORED AS or (FORMAT …)`,
  );
}
