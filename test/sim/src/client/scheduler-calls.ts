import { type ArbalestError, isArbalestError } from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import { addressOf } from '../executor/sim-task.js';
import type { Network } from '../network/network.js';
import type { SimScheduler } from '../scheduler/sim-scheduler.js';

const RETRY_MS = 300;

/** Codes of errors after which another scheduler is asked, or the same one again. */
const ELSEWHERE = new Set(['UNAVAILABLE', 'NOT_LEADER', 'SCHEDULER_LOST', 'SCHEDULER_STOPPED']);

/** A client's calls to whichever scheduler leads: it follows it, and says again what was not answered. */
export class SchedulerCalls {
  private at = 0;

  constructor(
    private readonly process: SimProcess,
    private readonly network: Network,
    private readonly time: VirtualTime,
    private readonly schedulers: readonly string[],
  ) {}

  get address(): string {
    return this.schedulers[this.at % this.schedulers.length]!;
  }

  /** Tries until there is an answer. @throws what the scheduler answers with */
  async call<Answer>(what: string, work: (server: SimScheduler) => Promise<Answer>, tries = Infinity): Promise<Answer> {
    for (let left = tries; ; left--) {
      try {
        return await this.network.call(this.process, this.address, what, work);
      } catch (thrown) {
        if (left <= 1 || !this.goesElsewhere(thrown)) throw thrown;
        await this.pause();
      }
    }
  }

  /** @returns whether it is worth asking again; then who is asked is another one, where that helps */
  goesElsewhere(thrown: unknown): boolean {
    if (!isArbalestError(thrown) || !ELSEWHERE.has(thrown.code)) return false;
    const led = leaderOf(thrown);
    const at = led === undefined ? -1 : this.schedulers.indexOf(led);
    this.at = at >= 0 ? at : this.at + 1;
    return true;
  }

  pause(): Promise<void> {
    return this.time.sleep(RETRY_MS, this.process);
  }
}

function leaderOf({ details }: ArbalestError): string | undefined {
  return details.leader === undefined ? undefined : addressOf(details.leader);
}
