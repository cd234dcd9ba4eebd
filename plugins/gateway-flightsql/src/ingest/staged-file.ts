import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReceivedFrame, writeIpcFile } from '@arbalest/flight';

/** An Arrow IPC file of what a client sends, written as it comes. Gone when it is disposed of. */
export class StagedFile implements AsyncDisposable {
  private constructor(readonly path: string) {}

  static async receive(folder: string, frames: AsyncIterable<ReceivedFrame>, signal: AbortSignal): Promise<StagedFile> {
    await mkdir(folder, { recursive: true });
    const file = new StagedFile(join(folder, `${randomUUID()}.arrow`));
    try {
      await pipeline(Readable.from(writeIpcFile(messages(frames)), { objectMode: true }), createWriteStream(file.path), {
        signal,
      });
      return file;
    } catch (thrown) {
      await file[Symbol.asyncDispose]();
      throw thrown;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { force: true });
  }
}

async function* messages(frames: AsyncIterable<ReceivedFrame>) {
  for await (const { metadata, body } of frames) if (metadata !== undefined) yield { metadata, ...(body ? { body } : {}) };
}
