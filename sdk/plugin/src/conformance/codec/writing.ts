import { stat } from 'node:fs/promises';
import type { ArrowStream, WriteRequest } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { batchOf, schemaOf, streamOf } from '../../testing/index.js';
import { rejection, within } from '../deadline.js';
import { never } from '../never.js';
import { type CodecPlace } from './place.js';
import { sampleRows } from './sample-values.js';
import type { CodecSubject } from './subject.js';

export function codecWriting(here: () => CodecPlace, { options = {}, extension, make }: CodecSubject): void {
  if (make !== undefined) return;

  const request = (name: string, stream: ArrowStream, signal = never): WriteRequest => {
    const { codec, columns, folder } = here();
    const fields = columns.map((column) => ({ ...column, nullable: true }));
    const target = { id: 'x', directory: folder.path, codec: codec.id, options, singleFile: true, partitionBy: [], fields };
    return { path: folder.file(`${name}${extension}`), target, stream, signal };
  };

  it('says what it has written, and takes the rows to their end', async () => {
    const { codec, columns } = here();
    let ended = 0;
    const stream = streamOf(columns, sampleRows(columns, 0, 1000), { batchRows: 100, ended: () => ended++ });
    const asked = request('said', stream);
    expect(await codec.write!(asked)).toEqual({ path: asked.path, rows: 1000, bytes: (await stat(asked.path)).size });
    expect(ended).toBe(1);
  });

  it('fails when the rows do, and lets go of them', async () => {
    const { codec } = here();
    let returned = false;
    const error = await rejection(
      'Writing rows that fail',
      codec.write!(
        request(
          'failing',
          endless(() => (returned = true), 3),
        ),
      ),
    );
    expect(String(error)).toContain('the rows fail');
    expect(returned).toBe(true);
  });

  it('stops writing when it is told to, and lets go of the rows', async () => {
    const { codec } = here();
    const controller = new AbortController();
    let returned = false;
    const writing = codec.write!(
      request(
        'stopped',
        endless(() => (returned = true)),
        controller.signal,
      ),
    );
    setTimeout(() => controller.abort(new Error('told to')), 100);
    await rejection('Writing, once the signal has aborted', writing);
    await within('Letting go of the rows', expect.poll(() => returned).toBe(true));
  });

  /** Batches without end, or an error after some. */
  function endless(returned: () => void, failAfter = Infinity): ArrowStream {
    const { columns } = here();
    const batch = batchOf(columns, sampleRows(columns, 0, 100));
    return {
      schema: schemaOf(columns),
      batches: (async function* () {
        try {
          for (let made = 0; ; made++) {
            if (made === failAfter) throw new Error('the rows fail');
            await new Promise((resolve) => setImmediate(resolve));
            yield batch;
          }
        } finally {
          returned();
        }
      })(),
    };
  }
}
