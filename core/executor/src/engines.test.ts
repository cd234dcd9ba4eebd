import type { PlanNode } from '@arbalest/plan';
import type { Executor, ExecutorCapabilities, FragmentRequest } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { relationalEngineOf } from './engines.js';

const BIGINT = { id: 'BIGINT' } as const;
const input: PlanNode = { kind: 'input', input: 0, fields: [{ name: 'a', type: BIGINT, nullable: true }] };
const limit = (rows: string): PlanNode => ({
  kind: 'limit',
  input,
  percent: false,
  limit: { kind: 'constant', value: rows, type: BIGINT },
});

function engine(id: string, capabilities: Partial<ExecutorCapabilities>, accepts?: Executor['accepts']): Executor {
  return {
    id,
    capabilities: { nodes: ['input'], partitionedOutput: false, ...capabilities },
    ...(accepts === undefined ? {} : { accepts }),
    execute: () => Promise.reject(new Error('Not run here')),
    close: () => Promise.resolve(),
  };
}

function request(plan: PlanNode, more: Partial<FragmentRequest> = {}): FragmentRequest {
  const signal = new AbortController().signal;
  return { id: 'test', plan, scans: [], inputs: [], settings: {}, memoryBytes: 1, threads: 1, spillDirectory: '', batchBytes: 1, signal, ...more }; // prettier-ignore
}

const calls = engine('calls', { nodes: ['input', 'invoke'], functionSources: ['inline'] });
const relay = engine('relay', {});
const firsts = engine('firsts', { nodes: ['input', 'limit'] }, ({ plan }) => JSON.stringify(plan).includes('"7"'));
const whole = engine('whole', { nodes: ['input', 'limit'], partitionedOutput: true, writtenOutput: true });
const all = [calls, firsts, relay, whole];
const partition = { keys: [], count: 2 };
const write = { prefix: 'p', target: { id: 't', directory: '/t', codec: 'c', options: {}, singleFile: true, partitionBy: [], fields: [] } };

it.each([
  ['the first that takes it', limit('7'), {}, 'firsts'],
  ['the next where the first does not take it', limit('8'), {}, 'whole'],
  ['one whose nodes do, in their order', input, {}, 'relay'],
  ['one that partitions where that is wanted', input, { partition }, 'whole'],
  ['one that writes where that is wanted', input, { write }, 'whole'],
  ['the last where none knows the node', { kind: 'distinct', input, on: [] } as unknown as PlanNode, {}, 'whole'],
] as const)('a fragment runs on %s', (_, plan, more, id) => {
  expect(relationalEngineOf(all, '', request(plan, more)).id).toBe(id);
});

it('a fragment runs on the engine that it names', () => {
  expect(relationalEngineOf(all, 'firsts', request(input)).id).toBe('firsts');
  expect(() => relationalEngineOf(all, 'spark', request(input))).toThrow('no engine "spark"; it has calls, firsts, relay, whole');
});

it('an engine that is the only one is asked to run what it may not know, but not to partition what it cannot', () => {
  expect(relationalEngineOf([relay], '', request(limit('8'))).id).toBe('relay');
  expect(() => relationalEngineOf([relay], '', request(input, { partition }))).toThrow('cannot split its output by partition');
});
