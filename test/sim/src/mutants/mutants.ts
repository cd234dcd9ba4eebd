/** A small change of the scheduler that breaks a rule, to see that the simulation notices. */
export interface Mutant {
  readonly name: string;
  /** The rule that it breaks. */
  readonly breaks: string;
  /** A seed that catches it, as long as the scheduler is what it was when the seed was found; the test of the mutants starts there. */
  readonly seed: number;
  readonly changes: readonly Change[];
}

/** A text of a compiled file of @arbalest/scheduler, and what stands there instead. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A seed that no longer catches its mutant costs time only; the test then says one that does. */
export const MUTANTS: readonly Mutant[] = [
  mutant('removed-fence', 2, 'Every write of a leader depends on the leader still being the one', {
    file: 'state/state-journal.js',
    from: 'const conditions = [...(fence ? [fence.condition] : []), turn.condition(), ...own];',
    to: 'const conditions = [...own];',
  }),
  mutant('told-before-kept', 12, 'A client is told of nothing that may be forgotten', {
    file: 'service/job-events.js',
    from: 'if (!event.progress && !this.journal.isKept)',
    to: 'if (false)',
  }),
  mutant('kept-at-once', 16, 'What waits for the store waits until the store has it', {
    file: 'state/state-journal.js',
    from: 'return (this.gathering ?? this.keeping)?.promise ?? Promise.resolve();',
    to: 'return Promise.resolve();',
  }),
  mutant('attempt-numbers-again', 3201, 'No two attempts share a number, whoever launched them', {
    file: 'run/attempt-numbers.js',
    from: 'return ofTerm + ((run * ATTEMPTS_OF_A_RUN) % ATTEMPTS_OF_A_TERM);',
    to: 'return 0;',
  }),
  mutant('key-ignored', 14, 'A statement with the key of another is that other one', {
    file: 'service/job-desk.js',
    from: "const known = request.key === '' ? undefined : this.byKey.get(ownKey(request.session.user, request.key));",
    to: 'const known = undefined;',
  }),
  mutant('output-lost-ignored', 1489, 'A lost output that somebody needs is made again', {
    file: 'machine/task-machine.js',
    from: "return task.state === 'finished' ? afterLoss(waiting(task), dropExchange(task), limits) : step(task);",
    to: 'return step(task);',
  }),
  mutant('retry-not-counted', 27, 'A task that keeps failing fails its job', {
    file: 'machine/task-machine.js',
    from: 'const failures = task.failures + 1;',
    to: 'const failures = task.failures;',
  }),
  mutant('versions-mixed', 61, 'What a task answers the second time never goes together with what came of the first', {
    file: 'run/graph-run.js',
    from: "if ((before.state === 'finished' || before.running?.readable) && !run.repeatable)",
    to: 'if (false)',
  }),
  mutant('job-not-forgotten', 11, 'Executors keep nothing of a job that is over', {
    file: 'cluster/orders.js',
    from: 'record.outbox.forget(job);',
    to: '',
  }),
  mutant('loss-swallowed', 10, 'The loss of an executor is told to every graph', {
    file: 'cluster/coordinator.js',
    from: 'graph.holdings.lost(executor, byItself)',
    to: 'undefined',
  }),
  mutant('cancelled-while-committing', 5865, 'A write that is being committed can no longer be cancelled', {
    file: 'machine/job-machine.js',
    from: "return job.state === 'committing' ? step(job) : stopped(job, 'cancelled', event.error);",
    to: "return stopped(job, 'cancelled', event.error);",
  }),
  mutant('fragment-sent-once', 936, 'An executor that has come back may lack the fragments that it was sent', {
    file: 'run/executor-holdings.js',
    from: 'const { job, ports } = this.options;\n        this.forgetFragments(executor);',
    to: 'const { job, ports } = this.options;',
  }),
];

function mutant(name: string, seed: number, breaks: string, ...changes: readonly Change[]): Mutant {
  return { name, breaks, seed, changes };
}
