import { type Step, step } from '../machine/step.js';

/**
 * Whether this scheduler leads. Times are milliseconds of the monotonic clock.
 *
 *     joining ──lease──► standby ──nobody leads──► campaigning ──elected──► leading
 *        ▲                  ▲ ▲                         │                      │
 *        │                  │ └──────somebody else──────┘                      │
 *        └── lease lost ────┴──── the key is another's or gone, the lease ─────┘
 *                                 cannot be trusted, a write failed for good
 *
 * and from each of them, by `stop`, to `stopped`. Who has led and does so no longer begins anew, with another lease.
 */
export interface LeadershipState {
  readonly state: 'joining' | 'standby' | 'campaigning' | 'leading' | 'stopped';
  readonly lease: string | undefined;
  /** While leading: the revision at which the leader's key was made. */
  readonly term: bigint;
  /** While leading: when the key was last seen to be this scheduler's own. */
  readonly provenAt: number;
}

/** The leader's key as it was found. */
export interface SeenLeader {
  readonly term: bigint;
  /** It was written by this scheduler's candidacy with its present lease. */
  readonly own: boolean;
}

export type LeadershipEvent =
  | { readonly type: 'lease'; readonly lease: string }
  | { readonly type: 'lease-lost'; readonly lease: string }
  /** @property at when the question was asked */
  | { readonly type: 'seen'; readonly leader: SeenLeader | undefined; readonly at: number }
  | { readonly type: 'elected'; readonly term: bigint; readonly at: number }
  | { readonly type: 'not-elected' }
  /** What depends on this leader's key could not be written. */
  | { readonly type: 'broken'; readonly term: bigint }
  /** The process that led in this term has ended. */
  | { readonly type: 'gone'; readonly term: bigint }
  | { readonly type: 'tick'; readonly at: number }
  | { readonly type: 'stop' };

export type LeadershipEffect =
  | { readonly type: 'acquire-lease' }
  | { readonly type: 'register' }
  | { readonly type: 'look' }
  | { readonly type: 'campaign' }
  /** Whoever leads in this term does so no longer, without waiting for the lease. */
  | { readonly type: 'depose'; readonly term: bigint }
  | { readonly type: 'lead'; readonly term: bigint }
  | { readonly type: 'step-down'; readonly term: bigint }
  /** The leader's key and this scheduler's own go with it, so that others need not wait. */
  | { readonly type: 'release-lease'; readonly lease: string };

export const NEW_LEADERSHIP: LeadershipState = { state: 'joining', lease: undefined, term: 0n, provenAt: 0 };

export function onLeadershipEvent(
  scheduler: LeadershipState,
  event: LeadershipEvent,
  { ttlMs }: { readonly ttlMs: number },
): Step<LeadershipState, LeadershipEffect> {
  const { state } = scheduler;
  if (state === 'stopped')
    return event.type === 'lease' ? step(scheduler, [{ type: 'release-lease', lease: event.lease }]) : step(scheduler);
  switch (event.type) {
    case 'lease':
      if (state !== 'joining') return step(scheduler, [{ type: 'release-lease', lease: event.lease }]);
      return step({ ...scheduler, state: 'standby', lease: event.lease }, [{ type: 'register' }, { type: 'look' }]);
    case 'lease-lost':
      return event.lease === scheduler.lease ? anew({ ...scheduler, lease: undefined }) : step(scheduler);
    case 'seen':
      return seen(scheduler, event, ttlMs);
    case 'elected':
      // Who was told too late has begun anew with another lease by then, and the key is gone with the old one.
      return state === 'campaigning' ? leading(scheduler, event.term, event.at) : step(scheduler);
    case 'not-elected':
      return state === 'campaigning' ? step({ ...scheduler, state: 'standby' }, [{ type: 'look' }]) : step(scheduler);
    case 'broken':
      return state === 'leading' && event.term === scheduler.term ? anew(scheduler) : step(scheduler);
    case 'gone':
      // Whether it still leads is for the store to say, and that it writes nothing more if it lives after all.
      return step(scheduler, state === 'standby' ? [{ type: 'depose', term: event.term }] : []);
    case 'tick':
      return state === 'leading' && event.at - scheduler.provenAt >= ttlMs ? anew(scheduler) : step(scheduler, [{ type: 'look' }]);
    case 'stop':
      return step({ ...NEW_LEADERSHIP, state: 'stopped' }, leaving(scheduler));
  }
}

/** May act as the leader at this moment. */
export function isTrusted({ state, provenAt }: LeadershipState, at: number, ttlMs: number): boolean {
  return state === 'leading' && at - provenAt < ttlMs;
}

function seen(
  scheduler: LeadershipState,
  { leader, at }: Extract<LeadershipEvent, { type: 'seen' }>,
  ttlMs: number,
): Step<LeadershipState, LeadershipEffect> {
  if (scheduler.state === 'leading') {
    if (leader?.term !== scheduler.term) return at < scheduler.provenAt ? step(scheduler) : anew(scheduler);
    if (at - scheduler.provenAt >= ttlMs) return anew(scheduler);
    return step(at > scheduler.provenAt ? { ...scheduler, provenAt: at } : scheduler);
  }
  if (scheduler.state !== 'standby') return step(scheduler);
  // The answer to a candidacy was lost.
  if (leader?.own) return leading(scheduler, leader.term, at);
  return leader ? step(scheduler) : step({ ...scheduler, state: 'campaigning' }, [{ type: 'campaign' }]);
}

function leading(scheduler: LeadershipState, term: bigint, at: number): Step<LeadershipState, LeadershipEffect> {
  return step({ ...scheduler, state: 'leading', term, provenAt: at }, [{ type: 'lead', term }]);
}

function anew(scheduler: LeadershipState): Step<LeadershipState, LeadershipEffect> {
  return step(NEW_LEADERSHIP, [...leaving(scheduler), { type: 'acquire-lease' }]);
}

function leaving({ state, term, lease }: LeadershipState): readonly LeadershipEffect[] {
  return [
    ...(state === 'leading' ? [{ type: 'step-down', term } as const] : []),
    ...(lease === undefined ? [] : [{ type: 'release-lease', lease } as const]),
  ];
}
