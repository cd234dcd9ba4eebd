import { isArbalestError, transientError } from '@arbalest/spi';

/** Codes with which PostgreSQL says that a snapshot is not there (any more): invalid_parameter_value, undefined_object, object_not_in_prerequisite_state. */
const GONE = /\((22023|42704|55000)\)$/;

/** The snapshot of a statement lives in a connection of the scheduler, and ends with that. */
export function snapshotError(thrown: unknown, where: string): unknown {
  if (!isArbalestError(thrown) || thrown.code !== 'POSTGRES_QUERY' || !GONE.test(thrown.message)) return thrown;
  return transientError(
    'POSTGRES_SNAPSHOT_LOST',
    `The snapshot of PostgreSQL ${where} that this statement reads has ended: the server or the scheduler was restarted, or it took longer than snapshotTimeoutMs of plugin.postgres; run the statement again`,
  );
}
