import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Log, StateChange } from '@arbalest/spi';
import type { IEvent, IWatchResponse } from 'etcd3';
import { compacted, definiteError } from './etcd-errors.js';
import type { Keys } from './keys.js';
import type { Member, Members } from './members.js';
import { WatchStream } from './watch-stream.js';

const [PAUSE_MS, LONGEST_PAUSE_MS] = [50, 1_000];

export interface WatchPlace {
  readonly members: Members;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Changes in order, each once. A member that is lost is followed by another, from the revision after the last that was heard of: etcd tells all changes of a
 * revision in one response, so that none is told in part.
 */
export async function* watchKeys(
  place: WatchPlace,
  prefix: string,
  from: bigint,
  signal: AbortSignal,
): AsyncGenerator<StateChange, void, undefined> {
  const { members, keys, log } = place;
  const nextMember = members.inTurn();
  let next = from < 1n ? 1n : from;
  for (let failures = 0; !signal.aborted; failures++) {
    if (failures > 0)
      await sleep(Math.min(PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS), undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return;
    if (failures === 1) log.warn('A watch of etcd broke; another member is asked', { prefix });
    const stream = await openAt(place, nextMember(), prefix, next);
    try {
      for (let response = await stream?.next(signal); response; response = await stream?.next(signal)) {
        if (response.canceled) {
          refuseForGood(response);
          break;
        }
        failures = 0;
        for (const event of response.events) {
          if (signal.aborted) return;
          yield changeOf(event, keys);
        }
        next = BigInt(response.events.at(-1)!.kv.mod_revision) + 1n;
      }
    } finally {
      stream?.close();
    }
  }
}

async function openAt(
  { members, keys, clock }: WatchPlace,
  member: Member,
  prefix: string,
  from: bigint,
): Promise<WatchStream | undefined> {
  const agreed = async () => {
    const { header } = await members.call('say its revision', (any, options) =>
      any.kv.range({ ...keys.markers, count_only: true }, options),
    );
    return BigInt(header.revision);
  };
  const request = { ...keys.range(prefix), start_revision: String(from) };
  try {
    return await WatchStream.open(member, request, { clock, silenceMs: 3 * members.attemptMs, agreed });
  } catch (error) {
    const definite = definiteError(error);
    if (definite) throw definite;
    return undefined;
  }
}

function refuseForGood(response: IWatchResponse): void {
  if (BigInt(response.compact_revision ?? 0) > 0n) throw compacted();
  const definite = definiteError(new Error(response.cancel_reason));
  if (definite) throw definite;
}

function changeOf({ type, kv }: IEvent, keys: Keys): StateChange {
  const change = { key: keys.keyOf(kv.key), revision: BigInt(kv.mod_revision) };
  return type === 'Delete' || (type as string) === 'DELETE' ? { kind: 'delete', ...change } : { kind: 'put', ...change, value: kv.value };
}
