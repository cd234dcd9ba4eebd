import Docker from 'dockerode';
import { type FunctionRequests, silentLog } from '@arbalest/spi';
import { builtImage, startDockerEngine } from '@arbalest/test-kit';
import { createPool } from '../server/create-pool.js';
import type { FunctionServer, ServerLease } from '../server/function-server.js';
import type { FunctionServerPool } from '../server/function-server-pool.js';
import { OWNER_LABEL } from '../server/orphans.js';
import { ownIdentity } from '../server/process-identity.js';
import { configWith, type Overrides } from './pool-options.js';

/** A pool on the tests' container engine, and the image of attacks. */
export interface TestPool extends AsyncDisposable {
  readonly pool: FunctionServerPool;
  readonly docker: Docker;
  /** A lease of a server from the image of attacks, for a user of its own unless one is named. */
  lease(options?: LeaseOptions): Promise<ServerLease>;
  /** Ids of the containers of this process's pools, running or not. */
  containers(): Promise<string[]>;
}

export interface LeaseOptions {
  readonly user?: string;
  readonly image?: string;
  readonly digest?: string;
  readonly requests?: FunctionRequests;
  /** A function of attacks/start.py that runs in place of becoming ready. */
  readonly start?: string;
  readonly signal?: AbortSignal;
}

let users = 0;

export async function testPool(overrides: Overrides = {}): Promise<TestPool> {
  const { socket } = await startDockerEngine();
  const image = await builtImage('attacks');
  const docker = new Docker({ socketPath: socket });
  const grants = { environment: ['ATTACK_*'], ...overrides.grants };
  const pool = createPool(configWith({ ...overrides, docker: { socket, ...overrides.docker }, grants }), { log: silentLog, cpus: 1 });
  return {
    pool,
    docker,
    lease: ({ start, requests = {}, user = `user ${users++}`, signal, ...source } = {}) =>
      pool.acquire({
        source: { kind: 'image', image, ...source },
        requests: start === undefined ? requests : { ...requests, environment: { ATTACK_START: start, ...requests.environment } },
        user,
        signal: signal ?? new AbortController().signal,
      }),
    containers: async () => {
      const all = await docker.listContainers({ all: true, filters: { label: [OWNER_LABEL] } });
      return all.filter(({ Labels }) => Labels[OWNER_LABEL]!.startsWith(ownIdentity())).map(({ Id }) => Id);
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** What a function of attacks/sandbox.py gives, or how it was stopped. */
export type Outcome = { readonly outcome: unknown } | { readonly error: string; readonly text: string };

/** Runs an attack on the sandbox from inside. Throws a `FlightError` when the server is gone before it answers. */
export async function attack(server: FunctionServer, name: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
  const body = Buffer.from(JSON.stringify(parameters));
  for await (const answer of server.client.doAction({ type: `attack.${name}`, body }, { timeoutMs: 60_000 })) {
    return JSON.parse(Buffer.from(answer).toString()) as Outcome;
  }
  throw new Error(`The attack ${name} was not answered`);
}

/** Resolves with why a server is gone, once it is. */
export function whyGone({ gone }: FunctionServer): Promise<unknown> {
  return new Promise((resolve) => {
    if (gone.aborted) resolve(gone.reason);
    gone.addEventListener('abort', () => resolve(gone.reason));
  });
}

/** Whether a server answers a question within two seconds. */
export async function isWell(server: FunctionServer): Promise<boolean> {
  const { value } = await server.client.doAction({ type: 'arbalest.health', body: new Uint8Array(0) }, { timeoutMs: 2_000 }).next();
  return Buffer.from(value!).toString().includes('ready');
}
