import { expect, test } from 'vitest';
import { containerSpec, DEFAULT_LIMITS, FUNCTION_USER, type SandboxRequest, type SandboxResources } from './index.js';

function request(resources: Partial<SandboxResources> = {}, more: Partial<SandboxRequest> = {}): SandboxRequest {
  return {
    imageId: 'sha256:12',
    volumes: [],
    folders: { input: '/shared/in', output: '/shared/out' },
    user: FUNCTION_USER,
    resources: { memoryBytes: 1 << 20, cpus: 1.5, environment: {}, gpus: 0, ...resources },
    secrets: {},
    limits: DEFAULT_LIMITS,
    labels: {},
    stopMs: 1_500,
    init: true,
    ...more,
  };
}

test('without grants there is no network, no capability, no device, no user but nobody, and nothing to write to but what is said', () => {
  const { HostConfig, ...spec } = containerSpec(request());
  expect(spec).toMatchObject({ Image: 'sha256:12', User: '65532:65532', StopTimeout: 2, Healthcheck: { Test: ['NONE'] } });
  expect(HostConfig).toMatchObject({
    NetworkMode: 'none',
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    ReadonlyRootfs: true,
    Privileged: false,
    Binds: ['/shared/in:/run/arbalest/in:ro', '/shared/out:/run/arbalest/out:rw'],
    Tmpfs: { '/tmp': expect.stringContaining('size=268435456') as string },
    Memory: 1 << 20,
    MemorySwap: 1 << 20,
    NanoCpus: 1_500_000_000,
  });
  expect(HostConfig).not.toHaveProperty('DeviceRequests');
  expect(HostConfig).not.toHaveProperty('Runtime');
});

test('what was granted is asked of the engine: GPUs, a network, a runtime', () => {
  const { HostConfig } = containerSpec(request({ gpus: 2, network: 'models', runtime: 'runsc' }));
  expect(HostConfig).toMatchObject({
    NetworkMode: 'models',
    Runtime: 'runsc',
    DeviceRequests: [{ Count: 2, Capabilities: [['gpu']] }],
  });
});

test('a volume of the image is memory with a limit, unless it would lie over the shared folders', () => {
  const { HostConfig } = containerSpec(request({}, { volumes: ['/cache', '/run/arbalest/in', '/'] }));
  expect(Object.keys(HostConfig?.Tmpfs as object)).toEqual(['/tmp', '/cache']);
});

test('neither variables nor secrets can move the socket', () => {
  const { Env } = containerSpec(request({ environment: { ARBALEST_UDF_SOCKET: '/x', A: '1' } }, { secrets: { TOKEN: 's' } }));
  expect(Env).toEqual(expect.arrayContaining(['A=1', 'TOKEN=s', 'ARBALEST_UDF_SOCKET=/run/arbalest/out/udf.sock']));
  expect(Env).not.toContain('ARBALEST_UDF_SOCKET=/x');
});
