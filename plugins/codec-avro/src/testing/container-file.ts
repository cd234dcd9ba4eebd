import { Sink } from '../write/sink.js';

export interface ContainerBlock {
  /** As the block says. @default those of `rows` */
  readonly count?: number;
  /** As the block says. @default that of its bytes */
  readonly size?: number;
  /** As stored. */
  readonly bytes: Uint8Array;
  readonly sync?: Uint8Array;
}

export interface ContainerFile {
  readonly schema: unknown;
  /** @default 'null' */
  readonly codec?: string;
  readonly sync?: Buffer;
  readonly blocks: readonly ContainerBlock[];
}

export const SYNC = Buffer.from('0123456789abcdef');

/** An object container file byte by byte, also a wrong one. */
export function containerFile({ schema, codec = 'null', sync = SYNC, blocks }: ContainerFile): Buffer {
  const entries = { 'avro.schema': JSON.stringify(schema), 'avro.codec': codec };
  return encoded((sink) => {
    sink.raw(Buffer.from('Obj\u0001'));
    sink.count(Object.keys(entries).length);
    for (const [key, value] of Object.entries(entries)) for (const text of [key, value]) sink.sized(Buffer.from(text));
    sink.byte(0);
    sink.raw(sync);
    for (const block of blocks) {
      sink.count(block.count ?? 0);
      sink.count(block.size ?? block.bytes.length);
      sink.raw(block.bytes);
      sink.raw(block.sync ?? sync);
    }
  });
}

/** What is written into a sink. */
export function encoded(write: (sink: Sink) => void): Buffer {
  const sink = new Sink();
  write(sink);
  return Buffer.from(sink.take());
}
