import { type ArbalestError, isArbalestError, resourcesError, transientError, userError } from '@arbalest/spi';

/** Thrown when a range or a watch wants revisions that etcd has compacted away. */
export const COMPACTED = 'STATE_COMPACTED';

const REFUSED = new Set([
  'EtcdPermissionDeniedError',
  'EtcdAuthenticationFailedError',
  'GRPCUnauthenticatedError',
  'EtcdUserNotFoundError',
]);

/** What etcd says for good, whichever member is asked and however often; undefined where another try may end otherwise. */
export function definiteError(thrown: unknown): ArbalestError | undefined {
  if (isArbalestError(thrown)) return thrown;
  const { message, name } = described(thrown);
  const cause = { cause: thrown };
  if (/request is too large|too many operations in txn|larger than max/.test(message)) return tooLarge(message, cause);
  if (/requested lease not found/.test(message))
    return userError('LEASE_NOT_FOUND', 'The lease has ended, and its keys would have no owner', cause);
  if (/database space exceeded/.test(message)) {
    const way =
      'compact and defragment it, raise --quota-backend-bytes, and set --auto-compaction-retention so that it does not fill up again';
    return resourcesError('STATE_DISK_FULL', `etcd has no space left (${message}); ${way}`, cause);
  }
  if (/has been compacted/.test(message)) return compacted(cause);
  if (REFUSED.has(name) || /user name is empty|permission denied/.test(message)) {
    return userError('STATE_REFUSED', `etcd refuses this user (${message}); see plugin.etcd.username and plugin.etcd.password`, cause);
  }
  return undefined;
}

export function tooLarge(why: string, details?: { readonly cause: unknown }): ArbalestError {
  return userError('STATE_TOO_LARGE', `A transaction is larger than etcd takes (${why}); make several of it`, details);
}

export function compacted(details?: { readonly cause: unknown }): ArbalestError {
  return transientError(COMPACTED, 'etcd does not know these revisions any more; read the keys again', details);
}

export function unavailable(what: string, endpoints: readonly string[], thrown: unknown): ArbalestError {
  const { message } = described(thrown);
  return transientError('STATE_UNAVAILABLE', `No etcd member of ${endpoints.join(', ')} could ${what} in time; the last said: ${message}`, {
    cause: thrown,
  });
}

/** Whether the request did not leave this process. */
export function wasNeverSent(thrown: unknown): boolean {
  return /No connection established|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|Name resolution failed/.test(described(thrown).message);
}

function described(thrown: unknown): { readonly message: string; readonly name: string } {
  return thrown instanceof Error ? { message: thrown.message, name: thrown.constructor.name } : { message: String(thrown), name: '' };
}
