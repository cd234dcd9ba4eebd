import type { ArrowBatch } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { columnsOfSchema, rowsOf } from '../../testing/index.js';
import { rowsInput } from './inputs.js';
import { type ExecutorPlace, FIELDS, rows } from './place.js';

export function executorOutput(here: () => ExecutorPlace): void {
  it('gives batches of aligned memory without dictionaries, each with the rows that it says', async () => {
    const place = here();
    const { schema, batches } = await place.executor.execute(place.over(rowsInput(FIELDS, rows())));
    for (const { type } of columnsOfSchema(schema)) expect(type).not.toContain('Dictionary');
    const each: ArrowBatch[] = [];
    for await (const batch of batches) {
      expect(batch.body.byteOffset % 8).toBe(0);
      each.push(batch);
    }
    // Nothing was released: what came first is what it was.
    for (const batch of each) expect(await rowsOf({ schema, batches: listed([batch]) })).toHaveLength(batch.rows);
    expect(each.reduce((sum, batch) => sum + batch.rows, 0)).toBe(rows().length);
  });

  it('makes batches no larger than is wished by much', async () => {
    const place = here();
    const { batches } = await place.executor.execute(place.over(rowsInput(FIELDS, rows(), 100), { batchBytes: 16 * 1024 }));
    for await (const { body } of batches) expect(body.byteLength).toBeLessThan(16 * 1024 * 16);
  });

  it('has figures that no longer change once the output has ended', async () => {
    const place = here();
    const execution = await place.drained(place.over(rowsInput(FIELDS, rows())));
    const metrics = execution.metrics();
    expect(execution.metrics()).toEqual(metrics);
    for (const figure of [metrics.scannedRows, metrics.scannedBytes, metrics.spilledBytes, metrics.cpuMs])
      if (figure !== undefined) expect(figure).toBeGreaterThanOrEqual(0);
  });
}

async function* listed(batches: readonly ArrowBatch[]): AsyncGenerator<ArrowBatch> {
  yield* batches;
}
