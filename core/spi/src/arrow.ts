/**
 * Arrow data as it travels through Arbalest: IPC messages, never objects.
 *
 * The layouts are those of the Arrow IPC format (https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc).
 * No batch that crosses this interface holds dictionary-encoded columns: who reads a dictionary-encoded source decodes it.
 */
export interface ArrowSchema {
  /** A flatbuffer `Message` with a `Schema` header, without the 8-byte continuation and length prefix. */
  readonly message: Uint8Array;
}

/**
 * One record batch. Immutable from the moment it is handed over: the producer never touches the bytes again, save after `release`; the consumer may keep them.
 */
export interface ArrowBatch {
  /** Number of rows; zero is legal. */
  readonly rows: number;
  /** A flatbuffer `Message` with a `RecordBatch` header, without the 8-byte prefix. Buffer offsets are relative to the start of `body`. */
  readonly metadata: Uint8Array;
  /** The buffers, each on an 8-byte boundary (64 is better) relative to the start of `body`. `body.byteOffset` is a multiple of 8. */
  readonly body: Uint8Array;
  /**
   * May be called once, by whoever took the batch and has handed on neither it nor any view of its body: the producer then uses the memory again. Never calling it is always right.
   */
  release?(): void;
}

/** A schema and the batches that follow it. Whoever takes the stream must drain it or call `return()` on its iterator. */
export interface ArrowStream {
  readonly schema: ArrowSchema;
  readonly batches: AsyncIterable<ArrowBatch>;
}
