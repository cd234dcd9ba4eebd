import { arbalest } from '@arbalest/proto';
import type { StateStore } from '@arbalest/spi';
import type { InlineResult } from '../messages.js';
import { JOBS } from './job-keys.js';
import { decodeJobRecord, type KeptJobRecord } from './job-record.js';
import { decodePlanRecord, decodeStageRecord, type KeptPlan, type KeptStage } from './plan-record.js';
import { decodeTasks, type KeptTask } from './task-record.js';

/** Everything that was kept of one job. */
export interface KeptJob extends KeptJobRecord {
  readonly plan?: KeptPlan;
  /** By stage. */
  readonly stages: ReadonlyMap<number, KeptStage>;
  /** By stage; those that were started. */
  readonly tasks: ReadonlyMap<number, readonly KeptTask[]>;
  readonly keys: readonly string[];
}

/** All jobs in the store, in the order of their ids. A record without its job is of one that was being deleted, and is left out. */
export async function* readKeptJobs(state: Pick<StateStore, 'range'>): AsyncGenerator<KeptJob> {
  let entries: [string, Uint8Array][] = [];
  let current = '';
  for await (const { key, value } of state.range(JOBS)) {
    const job = key.slice(JOBS.length, key.indexOf('/', JOBS.length));
    if (job !== current && entries.length > 0) {
      const kept = keptJob(entries);
      if (kept) yield kept;
      entries = [];
    }
    current = job;
    entries.push([key, value]);
  }
  const last = keptJob(entries);
  if (last) yield last;
}

function keptJob(entries: readonly (readonly [string, Uint8Array])[]): KeptJob | undefined {
  const by = new Map(entries.map(([key, value]) => [key.split('/').slice(2).join('/'), value]));
  const record = by.get('job');
  if (!record) return undefined;
  const planBytes = by.get('plan');
  const plan = planBytes && decodePlanRecord(planBytes);
  const tasksOf = new Map((plan?.stages.stages ?? []).map(({ id, tasks }) => [id, tasks]));
  return {
    ...decodeJobRecord(record),
    ...(plan ? { plan } : {}),
    stages: new Map(numbered(by, 'stages').map(([[stage], value]) => [stage!, decodeStageRecord(value, tasksOf.get(stage!) ?? 0)])),
    tasks: tasksByStage(by),
    keys: entries.map(([key]) => key),
  };
}

function tasksByStage(by: ReadonlyMap<string, Uint8Array>): ReadonlyMap<number, readonly KeptTask[]> {
  const inline = new Map<number, Map<number, InlineResult>>();
  for (const [[stage, task], value] of numbered(by, 'inline')) {
    const ofStage = inline.get(stage!) ?? new Map<number, InlineResult>();
    inline.set(stage!, ofStage.set(task!, arbalest.scheduler.v1.InlineResult.decode(value)));
  }
  const tasks = new Map<number, readonly KeptTask[]>();
  for (const [[stage], value] of numbered(by, 'tasks'))
    tasks.set(stage!, [...(tasks.get(stage!) ?? []), ...decodeTasks(value, inline.get(stage!) ?? new Map<number, InlineResult>())]);
  return tasks;
}

/** Entries `<kind>/<number>/<number>…`. */
function numbered(by: ReadonlyMap<string, Uint8Array>, kind: string): (readonly [readonly number[], Uint8Array])[] {
  return [...by]
    .filter(([name]) => name.startsWith(`${kind}/`))
    .map(([name, value]) => [name.split('/').slice(1).map(Number), value] as const);
}
