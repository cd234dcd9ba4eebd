import { arbalest } from '@arbalest/proto';
import { internalError, type StateStore } from '@arbalest/spi';

const { Cluster } = arbalest.state.v1;

const KEY = 'cluster';
const KEY_BYTES = 32;

export interface ClusterRecord {
  /** Signs the tickets of exchanges, under every leader. */
  readonly exchangeKey: Uint8Array;
}

/**
 * What all leaders of a cluster have in common; made by the first of them.
 *
 * @param random gives so many bytes that nobody can guess
 */
export async function clusterRecord(state: StateStore, random: (bytes: number) => Uint8Array): Promise<ClusterRecord> {
  const found = await state.get(KEY);
  if (found) return decoded(found.value);
  const exchangeKey = random(KEY_BYTES);
  const value = Cluster.encode({ exchangeKey }).finish();
  await state.commit({ conditions: [{ kind: 'absent', key: KEY }], writes: [{ kind: 'put', key: KEY, value }] });
  // Also what somebody else has made, or an attempt of which nobody heard.
  const made = await state.get(KEY);
  if (!made) throw internalError('STATE_CLUSTER', `The record ${KEY} vanished from the state while it was made`);
  return decoded(made.value);
}

function decoded(value: Uint8Array): ClusterRecord {
  const { exchangeKey } = Cluster.decode(value);
  if (exchangeKey.byteLength !== KEY_BYTES)
    throw internalError(
      'STATE_CLUSTER',
      `The record ${KEY} of the state holds a key of ${exchangeKey.byteLength} bytes instead of ${KEY_BYTES}`,
    );
  return { exchangeKey };
}
