import { userError } from '@arbalest/spi';
import type { Identity } from './identity.js';

const CONTROL = '/arbalest.scheduler.v1.ExecutorControl/';

/** Users make the calls of clients; executors are processes of the cluster. @throws user error `PERMISSION_DENIED` */
export function permitCall(path: string, identity: Identity): void {
  if (identity.kind !== 'user' || !path.startsWith(CONTROL)) return;
  throw userError(
    'PERMISSION_DENIED',
    `User '${identity.principal.name}' is no executor; only processes of the cluster may register as one`,
  );
}
