import type { Metadata, Server, ServerUnaryCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import { Metadata as GrpcMetadata } from '@grpc/grpc-js';
import { callError } from '@arbalest/scheduler';
import type { CertificateSubject } from '@arbalest/spi';
import { ANYBODY, BEHALF_HEADER, type Identity, type Shown } from './identity.js';

/** Decides on each call before its handler hears of it. */
export interface CallGuard {
  /** Undefined where nobody is told apart: then calls are handed on as they are. */
  readonly identify: ((shown: Shown) => Promise<Identity>) | undefined;
  /** @param path e.g. `/arbalest.scheduler.v1.Scheduler/Execute` @throws user error `PERMISSION_DENIED` */
  readonly permit: (path: string, identity: Identity) => void;
}

/** What all four kinds of calls have; the emitter is typed for none of them. */
type AnyCall = Pick<
  ServerUnaryCall<unknown, unknown>,
  'metadata' | 'cancelled' | 'getPeer' | 'getPath' | 'getAuthContext' | 'sendMetadata'
> & {
  emit(event: 'error', error: Error): boolean;
};
type AnyHandler = (call: AnyCall, callback?: (error: Error) => void) => void;

const identities = new WeakMap<object, Identity>();

/** Who makes a call that came through a guarded server. */
export function identityOf(call: object): Identity {
  return identities.get(call) ?? ANYBODY;
}

/** The server, for whoever adds services to it: their handlers hear only of calls that the guard lets through. */
export function guardedServer(server: Server, guard: CallGuard): Server {
  if (guard.identify === undefined) return server;
  const addService: Server['addService'] = (service, implementation) => {
    const handlers = Object.entries(implementation);
    const guarded = handlers.map(([name, handler]) => [name, guardedHandler(handler as unknown as AnyHandler, guard)]);
    server.addService(service, Object.fromEntries(guarded) as UntypedServiceImplementation);
  };
  return Object.create(server, { addService: { value: addService } }) as Server;
}

function guardedHandler(handler: AnyHandler, guard: CallGuard): AnyHandler {
  return (call, callback) => {
    admit(call, guard).then(
      () => {
        if (!call.cancelled) handler(call, callback);
      },
      (thrown: unknown) => {
        const error = callError(thrown);
        if (callback) callback(error);
        else call.emit('error', error);
      },
    );
  };
}

async function admit(call: AnyCall, { identify, permit }: CallGuard): Promise<void> {
  const { metadata } = call;
  const certificate = call.getAuthContext().sslPeerCertificate?.subject as CertificateSubject | undefined;
  const shown = { authorization: header(metadata, 'authorization'), behalf: header(metadata, BEHALF_HEADER), peer: call.getPeer() };
  const identity = await identify!({ ...shown, certificate });
  permit(call.getPath(), identity);
  identities.set(call, identity);
  if (identity.kind !== 'user' || !identity.loggedIn) return;
  const answer = new GrpcMetadata();
  answer.set('authorization', `Bearer ${identity.loggedIn.token}`);
  call.sendMetadata(answer);
}

function header(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' ? value : undefined;
}
