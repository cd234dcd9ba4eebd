import type { PlanNode } from '@arbalest/plan';
import { executorConformance } from '@arbalest/plugin-sdk/conformance';
import { canonicalRows, rowsOf, streamOf } from '@arbalest/plugin-sdk/testing';
import type { FragmentRequest } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { RelayExecutor } from './relay-executor.js';

executorConformance('plugin-name', { open: async () => ({ executor: new RelayExecutor() }) });

const FIELDS = [{ name: 'i', type: { id: 'BIGINT' }, nullable: true }] as const;
const INPUT: PlanNode = { kind: 'input', input: 0, fields: FIELDS };

function firstOf(limit: number, rows: number): FragmentRequest {
  const values = Array.from({ length: rows }, (_, i) => [i]);
  return {
    id: 'test/0/0/0',
    plan: {
      kind: 'limit',
      input: INPUT,
      percent: false,
      limit: { kind: 'constant', value: `${limit}`, type: { id: 'BIGINT' } },
    } as PlanNode,
    scans: [],
    inputs: [{ fields: FIELDS, open: async () => streamOf(FIELDS, values, { batchRows: 10 }) }],
    settings: {},
    memoryBytes: 1 << 20,
    threads: 1,
    spillDirectory: '',
    batchBytes: 1 << 16,
    signal: new AbortController().signal,
  };
}

test.each([0, 7, 10, 25, 100])('gives the first %i rows', async (limit) => {
  const executor = new RelayExecutor();
  const wanted = Array.from({ length: Math.min(limit, 40) }, (_, i) => [i]);
  expect(await rowsOf(await executor.execute(firstOf(limit, 40)))).toEqual(canonicalRows(FIELDS, wanted));
});
