import type { FaultRecord } from './fault-record.js';
import type { Outcome } from './workload/outcome.js';

/** What happens in a run, written down and told as it happens. */
export class ChaosLog {
  readonly outcomes: Outcome[] = [];
  readonly faults: FaultRecord[] = [];
  /** What must not have happened, except for outcomes. */
  readonly complaints: string[] = [];
  /** In the clock of `performance.now()`. */
  readonly began = performance.now();

  constructor(private readonly print: (line: string) => void) {}

  /** Milliseconds since the run began. */
  readonly now = (): number => performance.now() - this.began;

  readonly outcome = (outcome: Outcome): void => {
    this.outcomes.push(outcome);
    const { client, question, verdict, code, message = '', startedMs, endedMs } = outcome;
    if (verdict === 'right') return;
    const took = ((endedMs - startedMs) / 1000).toFixed(1);
    this.say(`client ${client}: ${question} ${verdict} after ${took} s: ${code ? `${code}: ` : ''}${message.split('\n')[0]}`);
  };

  readonly fault = (fault: FaultRecord): void => {
    this.faults.push(fault);
    this.say(`${fault.fault}: ${fault.what}`);
  };

  readonly complain = (complaint: string): void => {
    this.complaints.push(complaint);
    this.say(complaint);
  };

  readonly say = (line: string): void => this.print(`${(this.now() / 1000).toFixed(1).padStart(7)} s  ${line}`);

  sayHowFar(): void {
    const right = this.outcomes.filter(({ verdict }) => verdict === 'right').length;
    const lasting = this.faults.filter(({ healedMs }) => healedMs === undefined).map(({ fault }) => fault);
    const now = lasting.length === 0 ? '' : `; now ${lasting.join(', ')}`;
    this.say(`${this.outcomes.length} statements, ${right} right; ${this.faults.length} faults${now}`);
  }
}
