import type { Server } from '@grpc/grpc-js';
import { addSchedulerServices, type SchedulerApi } from '@arbalest/scheduler';
import { permitCall } from './access.js';
import { guardedServer, identityOf } from './guarded-server.js';
import { principalOf, type Shown } from './identity.js';
import type { ProcessSecurity } from './process-security.js';

/** Puts a scheduler's calls on a server; each is made on behalf of who it shows to come from. */
export function mountScheduler(server: Server, service: SchedulerApi, security: Pick<ProcessSecurity, 'isProtected' | 'identify'>): void {
  const identify = security.isProtected ? (shown: Shown) => security.identify(shown) : undefined;
  const guarded = guardedServer(server, { identify, permit: permitCall });
  addSchedulerServices(guarded, service, (call) => principalOf(identityOf(call)));
}
