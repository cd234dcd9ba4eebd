import { CODECS, type Codec, type CodecRegistry, type Services } from '@arbalest/spi';

/** The contributed codecs by id, file name ending and table function. They are made when they are first asked for. */
export function codecRegistry(services: Services): CodecRegistry {
  let codecs: readonly Codec[] | undefined;
  const list = () => (codecs ??= services.all(CODECS));
  return {
    list,
    get: (id) => list().find((codec) => codec.id === id),
    forPath: (path) => forPath(list(), path),
    forTableFunction: (name) => list().find(({ tableFunctions = [] }) => tableFunctions.includes(name.toLowerCase())),
  };
}

function forPath(codecs: readonly Codec[], path: string): Codec | undefined {
  const name = path.replace(/[?#].*$/, '').toLowerCase();
  let best: { codec: Codec; length: number } | undefined;
  for (const codec of codecs) {
    for (const ending of codec.extensions) {
      if (name.endsWith(ending) && ending.length > (best?.length ?? 0)) best = { codec, length: ending.length };
    }
  }
  return best?.codec;
}
