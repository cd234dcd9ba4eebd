import { expect, test } from 'vitest';
import { parseOptions, resolveOptions } from './options.js';

test('defaults are those that the usage says', () => {
  const options = { minutes: 10, executors: 3, clients: 2, scale: 0.1, faults: undefined, functions: true };
  expect(parseOptions([], 'etcd')).toMatchObject({ ...options, state: 'etcd', schedulers: 2 });
  expect(parseOptions([], 'lmdb')).toMatchObject({ ...options, state: 'lmdb', schedulers: 1 });
  expect(resolveOptions({ seed: 5 })).toMatchObject({ ...options, state: 'memory', schedulers: 1, seed: 5 });
});

test('options are understood', () => {
  expect(parseOptions(['--minutes', '0.5', '--seed', '0', '--faults', 'leader-kill, etcd-stop', '--no-functions'], 'etcd')).toMatchObject({
    minutes: 0.5,
    seed: 0,
    faults: ['leader-kill', 'etcd-stop'],
    functions: false,
  });
  expect(parseOptions(['--help'], 'etcd')).toBeUndefined();
});

test.each<[string[], RegExp]>([
  [['--faults', 'earthquake'], /no fault "earthquake"; there are executor-kill, /],
  [['--state', 'disk'], /memory, lmdb, etcd/],
  [['--clients', '1.5'], /--clients 1.5 must be a whole number/],
  [['--executors', '0'], /--executors 0 must be a number from 1/],
  [['--minutes', 'long'], /--minutes long must be a number/],
  [['--state', 'lmdb', '--schedulers', '2'], /2 schedulers need a store that they share/],
  [['--chaos'], /--chaos/],
])('%j is refused with what is wrong', (args, text) => {
  expect(() => parseOptions(args, 'memory')).toThrow(text);
});
