import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { PlanNode } from '@arbalest/plan';
import { DuckDbExecutor } from './duckdb-executor.js';

const frame = (m: Uint8Array, body?: Uint8Array) => { const h = new Uint8Array(8); new DataView(h.buffer).setInt32(0, -1, true); new DataView(h.buffer).setInt32(4, m.length, true); return Buffer.concat([h, m, body ?? new Uint8Array()]); };

test('select 1', async () => {
  const executor = new DuckDbExecutor({ codecs: () => { throw new Error('none'); } });
  const plan: PlanNode = { kind: 'project', input: { kind: 'values', types: [], values: [[]] }, expressions: [{ kind: 'constant', value: '1', type: { id: 'INTEGER' } }] };
  const run = async () => {
    const e = await executor.execute({ id: 'x', plan, scans: [], inputs: [], settings: {}, memoryBytes: 1e9, threads: 2, spillDirectory: '/tmp/eng/spill', batchBytes: 8e6, signal: new AbortController().signal });
    const parts = [frame(e.schema.message)];
    for await (const b of e.batches) parts.push(frame(b.metadata, b.body));
    return tableFromIPC(Buffer.concat(parts));
  };
  expect(String((await run()).get(0))).toBe('{"c0": 1}');
  const t = performance.now();
  for (let i = 0; i < 300; i++) await run();
  console.log('select 1 ms', (performance.now() - t) / 300);
  await executor.close();
});
