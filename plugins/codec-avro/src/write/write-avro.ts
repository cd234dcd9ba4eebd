import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { WriteRequest, WrittenFile } from '@arbalest/spi';
import { type Compression, compressor } from '../container/compress.js';
import { MAGIC, SYNC_BYTES } from '../container/header.js';
import { avroOptions } from '../options.js';
import { rowBatches } from './row-batches.js';
import { Sink } from './sink.js';
import { nullableWriter } from './value-writer.js';
import { writtenSchema } from './written-schema.js';

/** A block ends once it has so many bytes, before they are compressed. */
const BLOCK_BYTES = 256 * 1024;

/** Writes an object container file. @throws user error `CODEC_TYPE` */
export async function writeAvro({ path, target, stream, signal }: WriteRequest): Promise<WrittenFile> {
  const { compression } = avroOptions(target.options);
  const schema = JSON.stringify(writtenSchema(target.fields));
  await using file = new WrittenBlocks(await open(path, 'wx'), compression);
  await file.begin(schema);
  for await (const { data } of rowBatches(stream, signal)) {
    const writers = data.children.map((column) => nullableWriter(column, file.sink));
    for (let row = 0; row < data.length; row++) {
      for (const write of writers) write(row);
      file.blockRows++;
      if (file.sink.length >= BLOCK_BYTES) await file.endBlock();
    }
  }
  await file.endBlock();
  await file.handle.sync();
  return { path, rows: file.rows, bytes: file.bytes };
}

/** A file that grows by a block at a time. */
class WrittenBlocks implements AsyncDisposable {
  /** Takes the rows of the block that is being made. */
  readonly sink = new Sink();
  blockRows = 0;
  rows = 0;
  bytes = 0;
  readonly #head = new Sink();
  readonly #sync = randomBytes(SYNC_BYTES);
  readonly #compress: (rows: Buffer) => Promise<Buffer>;

  constructor(
    readonly handle: FileHandle,
    private readonly codec: Compression,
  ) {
    this.#compress = compressor(codec);
  }

  async begin(schema: string): Promise<void> {
    const entries = { 'avro.schema': schema, 'avro.codec': this.codec };
    this.#head.raw(MAGIC);
    this.#head.count(Object.keys(entries).length);
    for (const [key, value] of Object.entries(entries)) {
      this.#head.sized(Buffer.from(key));
      this.#head.sized(Buffer.from(value));
    }
    this.#head.byte(0);
    this.#head.raw(this.#sync);
    await this.#write(this.#head.take());
  }

  async endBlock(): Promise<void> {
    if (this.blockRows === 0) return;
    const block = await this.#compress(this.sink.take());
    this.#head.count(this.blockRows);
    this.#head.count(block.length);
    await this.#write(Buffer.concat([this.#head.take(), block, this.#sync]));
    this.rows += this.blockRows;
    this.blockRows = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.handle.close();
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) done += (await this.handle.write(bytes, done)).bytesWritten;
    this.bytes += bytes.length;
  }
}
