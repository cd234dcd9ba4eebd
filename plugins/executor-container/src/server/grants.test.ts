import { expect, test } from 'vitest';
import type { FunctionRequests } from '@arbalest/spi';
import { configWith, type Overrides } from '../testing/pool-options.js';
import { grant } from './grants.js';

const LIMITS = { memoryBytes: 1024, cpus: 2 };

function granted(requests: FunctionRequests, grants: Overrides['grants'] = {}) {
  return grant(requests, configWith({ grants }).grants, LIMITS);
}

test('who asks for nothing gets the defaults', () => {
  expect(granted({})).toEqual({ memoryBytes: 1024, cpus: 2, environment: {}, secrets: [], gpus: 0 });
});

test('less than the default needs no grant, more does', () => {
  expect(granted({ memoryBytes: 512, cpus: 0.5 })).toMatchObject({ memoryBytes: 512, cpus: 0.5 });
  expect(granted({ memoryBytes: 2048, cpus: 4 }, { maxMemoryBytes: 2048, maxCpus: 4 })).toMatchObject({ memoryBytes: 2048, cpus: 4 });
});

test('what is granted is what was asked for', () => {
  const requests = {
    network: 'models',
    environment: { MODEL_SIZE: 'small', LANG: 'C' },
    secrets: ['TOKEN'],
    gpus: 1,
    runtime: 'runsc',
    port: 8815,
  };
  const grants = { networks: ['models'], environment: ['MODEL_*', 'LANG'], secrets: { TOKEN: { env: 'X' } }, gpus: 1, runtimes: ['runsc'] };
  expect(granted(requests, grants)).toEqual({ memoryBytes: 1024, cpus: 2, ...requests });
});

test.each<[FunctionRequests, RegExp]>([
  [{ memoryBytes: 2048 }, /memory: 2048 bytes where 1024 are allowed at most \(setting plugin\.container\.grants\.maxMemoryBytes\)/],
  [{ cpus: 3 }, /CPUs.*maxCpus/],
  [{ cpus: Number.NaN }, /CPUs.*maxCpus/],
  [{ gpus: 1 }, /GPUs.*grants\.gpus/],
  [{ network: 'host' }, /network "host".*grants\.networks/],
  [{ environment: { MODEL: 'x' } }, /variable "MODEL".*grants\.environment/],
  [{ secrets: ['TOKEN'] }, /secret "TOKEN".*grants\.secrets/],
  [{ secrets: ['constructor'] }, /secret "constructor"/],
  [{ runtime: 'runsc' }, /runtime "runsc".*grants\.runtimes/],
  [{ port: 0 }, /port 0/],
])('%j is refused with the setting that would allow it', (requests, text) => {
  expect(() => granted(requests)).toThrow(
    expect.objectContaining({ family: 'user', code: 'FUNCTION_REFUSED', message: expect.stringMatching(text) as string }),
  );
});

test('the protocol’s own variables and those of the loader are nobody’s to set', () => {
  for (const name of ['ARBALEST_UDF_SOCKET', 'LD_PRELOAD']) {
    expect(() => granted({ environment: { [name]: 'x' } }, { environment: ['*'] })).toThrow(name);
  }
});

test('everything that is refused is named at once', () => {
  expect(() => granted({ network: 'host', gpus: 2 })).toThrow(/GPUs.*network/);
});
