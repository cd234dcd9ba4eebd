import { parseArgs } from 'node:util';
import { FAULT_NAMES, type FaultName, isFaultName } from './faults/fault.js';

export const STATES = ['memory', 'lmdb', 'etcd'] as const;
export type StateKind = (typeof STATES)[number];

export interface ChaosOptions {
  readonly minutes: number;
  /** Decides which faults come when, whom they strike and for how long; also what the clients ask. */
  readonly seed: number;
  readonly state: StateKind;
  readonly schedulers: number;
  readonly executors: number;
  readonly clients: number;
  /** Of TPC-H. */
  readonly scale: number;
  /** Undefined: all that can be done on this machine with this cluster. */
  readonly faults: readonly FaultName[] | undefined;
  /** Whether functions in containers are called, where a container engine answers. */
  readonly functions: boolean;
  /** A statement that has no end after so long hangs. */
  readonly hangMs: number;
}

export const USAGE = `Usage: npm run chaos -- [options]
  --minutes N        how long faults are made (default 10)
  --seed N           the same seed plans the same faults (default: a new one, which is printed)
  --state KIND       memory, lmdb or etcd, which has three members (default: etcd, where it is installed, else lmdb)
  --schedulers N     processes; more than one only with etcd (default 2 with etcd, else 1)
  --executors N      processes (default 3)
  --clients N        at the same time, each with a session of its own (default 2)
  --scale N          scale factor of TPC-H (default 0.1)
  --faults A,B       only these: ${FAULT_NAMES.join(', ')}
  --no-functions     no functions in containers
Exit code 1: a wrong answer, a lost job, a statement without an end, an error, or a process that ended by itself.`;

const NUMBER = { type: 'string' } as const;

/** @throws Error with a text for the person who typed them */
export function parseOptions(args: readonly string[], defaultState: StateKind): ChaosOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      help: { type: 'boolean' },
      ...{ minutes: NUMBER, seed: NUMBER, schedulers: NUMBER, executors: NUMBER, clients: NUMBER, scale: NUMBER },
      state: { type: 'string' },
      faults: { type: 'string' },
      functions: { type: 'boolean' },
    },
  });
  if (values.help === true) return undefined;
  const state = stateFrom(values.state ?? defaultState);
  return resolveOptions({
    minutes: amount('minutes', values.minutes, 0),
    seed: count('seed', values.seed, 0),
    state,
    schedulers: count('schedulers', values.schedulers),
    executors: count('executors', values.executors),
    clients: count('clients', values.clients),
    scale: amount('scale', values.scale, 0),
    faults: values.faults?.split(',').map(faultFrom),
    functions: values.functions,
  });
}

/** What is left out has the default of the command line. */
export function resolveOptions(given: { readonly [K in keyof ChaosOptions]?: ChaosOptions[K] | undefined }): ChaosOptions {
  const { state = 'memory' } = given;
  const schedulers = given.schedulers ?? (state === 'etcd' ? 2 : 1);
  if (schedulers > 1 && state !== 'etcd') throw new Error(`${schedulers} schedulers need a store that they share: --state etcd`);
  return Object.freeze({
    minutes: given.minutes ?? 10,
    seed: given.seed ?? Math.floor(Math.random() * 1e9),
    state,
    schedulers,
    executors: given.executors ?? 3,
    clients: given.clients ?? 2,
    scale: given.scale ?? 0.1,
    faults: given.faults,
    functions: given.functions ?? true,
    hangMs: given.hangMs ?? 60_000,
  });
}

function stateFrom(text: string): StateKind {
  const kind = STATES.find((state) => state === text);
  if (kind === undefined) throw new Error(`--state ${text} is not known; it may be ${STATES.join(', ')}`);
  return kind;
}

function faultFrom(text: string): FaultName {
  const name = text.trim();
  if (!isFaultName(name)) throw new Error(`--faults: there is no fault "${name}"; there are ${FAULT_NAMES.join(', ')}`);
  return name;
}

function count(name: string, text: string | undefined, least = 1): number | undefined {
  const value = amount(name, text, least);
  if (value !== undefined && !Number.isInteger(value)) throw new Error(`--${name} ${text} must be a whole number`);
  return value;
}

function amount(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least) throw new Error(`--${name} ${text} must be a number from ${least}`);
  return value;
}
