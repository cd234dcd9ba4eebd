import { type Principal, userError } from '@arbalest/spi';

/** Its members see and cancel the jobs of all users, and may ask executors to leave. */
export const ADMIN_GROUP = 'admin';

/** On whose behalf a call is made; undefined: within the process, or by the cluster itself, for which everything is there. */
export type Caller = Principal | undefined;

/** Whether what belongs to `user` (empty: to nobody in particular) is there for the caller. */
export function isOwn(user: string, caller: Caller): boolean {
  return caller === undefined || caller.name === user;
}

/** Whether the caller may see that it is there, and end it. */
export function isInSight(user: string, caller: Caller): boolean {
  return isOwn(user, caller) || isAdmin(caller);
}

/** @param what they may not do, e.g. `ask executors to leave` @throws user error `PERMISSION_DENIED` */
export function requireAdmin(caller: Caller, what: string): void {
  if (isAdmin(caller)) return;
  throw userError('PERMISSION_DENIED', `User '${caller!.name}' may not ${what}; members of the group '${ADMIN_GROUP}' may`);
}

function isAdmin(caller: Caller): boolean {
  return caller === undefined || caller.groups.includes(ADMIN_GROUP);
}
