import { SchedulerService } from '@arbalest/scheduler';
import { clusterRecord, FencedStore, Leadership, notLeader, prepareLayout, StateJournal, type Term } from '@arbalest/scheduler/testing';
import { isArbalestError, type StateStore } from '@arbalest/spi';
import type { SchedulerSeat } from './sim-scheduler.js';
import { logOf, type SchedulerSurroundings, simOptions } from './sim-options.js';

const EXCHANGE_KEY = new Uint8Array(32);
/** A leader that is not heard for so long is replaced, milliseconds. */
const LEADER_TTL_MS = 3000;

/** The only scheduler there is, which remembers nothing of the life before it. */
export function forgetfulSeat(state: StateStore, surroundings: SchedulerSurroundings): SchedulerSeat {
  const service = new SchedulerService({ ...simOptions(surroundings), state, exchangeKey: EXCHANGE_KEY });
  void service.start();
  return { service: () => service };
}

/** The only scheduler there is, over a store of its own that outlives it. */
export function durableSeat(state: StateStore, surroundings: SchedulerSurroundings): SchedulerSeat {
  const { clock } = surroundings.process;
  const journal = new StateJournal({ state, clock, log: logOf(surroundings) });
  const service = new SchedulerService({ ...simOptions(surroundings), state, journal, exchangeKey: EXCHANGE_KEY });
  let isReady = false;
  void service.start().then(() => (isReady = true));
  return {
    service: () => {
      if (!isReady) throw notLeader();
      return service;
    },
  };
}

/** One of several schedulers over a store that they share: it answers while it leads. */
export class LeadingSeat implements SchedulerSeat {
  private readonly leadership: Leadership;
  private present: { readonly term: Term; readonly journal: StateJournal; service?: SchedulerService } | undefined;
  private answers: SchedulerService | undefined;

  /** @param id of this life of the process */
  constructor(
    id: string,
    private readonly state: StateStore,
    private readonly surroundings: SchedulerSurroundings,
  ) {
    const { process } = surroundings;
    this.leadership = new Leadership({
      state,
      clock: process.clock,
      log: logOf(surroundings),
      id,
      address: `grpc://${process.name}`,
      ttlMs: LEADER_TTL_MS,
      lead: (term) => void this.lead(term),
      stepDown: () => this.stepDown(),
      changed: () => undefined,
    });
    this.leadership.start();
  }

  service(): SchedulerService {
    if (!this.answers) throw notLeader(this.leadership.leader);
    return this.answers;
  }

  get leads(): boolean {
    return this.answers !== undefined;
  }

  private async lead(term: Term): Promise<void> {
    const { state, surroundings } = this;
    const log = logOf(surroundings);
    const journal = new StateJournal({ state, clock: surroundings.process.clock, log, fence: term });
    const present = (this.present = { term, journal } as NonNullable<typeof this.present>);
    const fenced = new FencedStore(state, () => term);
    for (;;) {
      try {
        await prepareLayout(fenced, 'sim');
        const { exchangeKey } = await clusterRecord(fenced, (bytes) => new Uint8Array(bytes));
        const schedulers = (): readonly string[] => this.leadership.schedulers();
        const service = new SchedulerService({
          ...simOptions(surroundings),
          state: fenced,
          journal,
          exchangeKey,
          schedulers,
          term: term.number,
        });
        await service.start();
        if (this.present !== present) return service.abandon();
        present.service = service;
        this.answers = service;
        return;
      } catch (thrown) {
        if (this.present !== present) return;
        if (!isArbalestError(thrown) || thrown.family !== 'transient') throw thrown;
        await surroundings.time.sleep(200, surroundings.process);
      }
    }
  }

  private stepDown(): void {
    const { present } = this;
    this.present = undefined;
    this.answers = undefined;
    present?.journal.end();
    present?.service?.abandon();
  }
}
