import { internalError, type StateCondition, type StateLimits, type StateTransaction, type StateWrite } from '@arbalest/spi';
import type { ICompare, IRequestOp } from 'etcd3';
import { tooLarge } from './etcd-errors.js';
import type { Keys } from './keys.js';

/** etcd's defaults: --max-txn-ops, --max-request-bytes. */
const [MAX_OPERATIONS, MAX_BYTES] = [128, 1.5 * 1024 * 1024];
/** Of those a transaction needs one to compare its mark or to set it, and one for what follows when it was sent before. */
const OWN_OPERATIONS = 2;
/** Bytes of an operation beside its key and value, and of all that is ours in a request, generously. */
const [OPERATION_BYTES, OWN_BYTES] = [64, 4096];

export function limitsOf(keys: Keys): StateLimits {
  const operations = MAX_OPERATIONS - OWN_OPERATIONS;
  return { operations, bytes: MAX_BYTES - operations * (OPERATION_BYTES + keys.overhead) - OWN_BYTES };
}

/** @throws user error `STATE_TOO_LARGE`, internal error `STATE_KEY_TWICE` */
export function refuse({ conditions, writes }: StateTransaction, limits: StateLimits): void {
  const operations = conditions.length + writes.length;
  if (operations > limits.operations) throw tooLarge(`${operations} conditions and writes, where ${limits.operations} may be`);
  const written = new Set<string>();
  let bytes = 0;
  for (const { key } of conditions) bytes += Buffer.byteLength(key);
  for (const write of writes) {
    if (written.has(write.key)) throw internalError('STATE_KEY_TWICE', `A transaction writes the key ${write.key} twice`);
    written.add(write.key);
    bytes += Buffer.byteLength(write.key) + (write.kind === 'put' ? write.value.byteLength : 0);
  }
  if (bytes > limits.bytes) throw tooLarge(`${bytes} bytes of keys and values, where ${limits.bytes} may be`);
}

export function compareOf(condition: StateCondition, keys: Keys): ICompare {
  const key = keys.of(condition.key);
  switch (condition.kind) {
    case 'absent':
      return { key, result: 'Equal', target: 'Create', create_revision: '0' };
    case 'created-at':
      return { key, result: 'Equal', target: 'Create', create_revision: String(condition.revision) };
    case 'revision':
      return { key, result: 'Equal', target: 'Mod', mod_revision: String(condition.revision) };
  }
}

export function operationOf(write: StateWrite, keys: Keys): IRequestOp {
  const key = keys.of(write.key);
  if (write.kind === 'delete') return { request_delete_range: { key } };
  // A copy: what the caller does with its bytes while this is tried again is its own affair.
  return { request_put: { key, value: Buffer.from(write.value), ...(write.lease === undefined ? {} : { lease: write.lease }) } };
}
