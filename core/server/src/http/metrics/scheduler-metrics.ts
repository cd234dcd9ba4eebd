import type { SchedulerFigures, SchedulerObserver } from '@arbalest/scheduler';
import type { StateStore } from '@arbalest/spi';
import { VERSION } from '../../version.js';
import type { MeasuredScheduler, SchedulerMeasuring } from '../scheduler-measuring.js';
import { JOB_SECONDS, PLANNING_SECONDS, STATE_SECONDS, STATE_WRITES } from './buckets.js';
import { MeasuredStore } from './measured-store.js';
import { MetricsRegistry } from './metrics-registry.js';

/** What is measured of a scheduler. */
export class SchedulerMetrics implements SchedulerMeasuring {
  readonly observer: SchedulerObserver;
  private readonly registry = new MetricsRegistry('scheduler', VERSION);
  private readonly terms = this.registry.counter('arbalest_scheduler_terms_total', 'Times that this scheduler has begun to lead');
  private readonly storeTimes = this.registry.histogram(
    'arbalest_state_commit_duration_seconds',
    'Time of a transaction in the state store, by what became of it: applied, refused (a condition did not hold), failed',
    STATE_SECONDS,
    ['outcome'],
  );
  private readonly storeWrites = this.registry.histogram(
    'arbalest_state_commit_writes',
    'Records in a transaction of the state store',
    STATE_WRITES,
  );
  private service: MeasuredScheduler | undefined;
  private term = 0;

  /** @param leads whether this scheduler answers calls itself */
  constructor(private readonly leads: () => boolean) {
    this.observer = this.jobsAndTasks();
    this.leadership();
    this.now();
    this.executors();
  }

  measured(store: StateStore): StateStore {
    return new MeasuredStore(store, ({ seconds, writes, outcome }) => {
      this.storeTimes.observe({ outcome }, seconds);
      this.storeWrites.observe(writes);
    });
  }

  began(service: MeasuredScheduler, term: number): void {
    this.service = service;
    this.term = term;
    this.terms.inc();
  }

  scrape(): ReturnType<MetricsRegistry['scrape']> {
    return this.registry.scrape();
  }

  /** Nothing while another one leads. */
  private get figures(): SchedulerFigures | undefined {
    return this.leads() ? this.service?.figures() : undefined;
  }

  private jobsAndTasks(): SchedulerObserver {
    const { registry } = this;
    const planning = registry.histogram(
      'arbalest_job_planning_seconds',
      'Time from a statement to its stages, or its answer',
      PLANNING_SECONDS,
    );
    const jobs = registry.histogram(
      'arbalest_job_duration_seconds',
      'Time from the arrival of a statement to its end, by how it ended',
      JOB_SECONDS,
      ['state'],
    );
    const began = registry.counter(
      'arbalest_task_attempts_started_total',
      "Attempts of tasks that were sent to an executor, by the kind of the stage's last operator and by why: first, retry, twin",
      ['stage', 'reason'],
    );
    const ended = registry.counter(
      'arbalest_task_attempts_total',
      "Attempts of tasks that have ended, by the kind of the stage's last operator and by how: finished, failed, cancelled, lost with their executor",
      ['stage', 'outcome'],
    );
    return {
      planned: (ms) => planning.observe(ms / 1000),
      jobEnded: (state, ms) => jobs.observe({ state }, ms / 1000),
      attemptBegan: (stage, reason) => began.inc({ stage, reason }),
      attemptEnded: (stage, outcome) => ended.inc({ stage, outcome }),
    };
  }

  private leadership(): void {
    this.registry.gauge('arbalest_scheduler_leader', '1 while this scheduler leads, else 0', [], (gauge) =>
      gauge.set(this.leads() ? 1 : 0),
    );
    this.registry.gauge(
      'arbalest_scheduler_term',
      'Number of the term that this scheduler leads; 0 while it does not, or leads without others',
      [],
      (gauge) => gauge.set(this.leads() ? this.term : 0),
    );
  }

  private now(): void {
    const { registry } = this;
    registry.gauge('arbalest_jobs', 'Statements that have not ended, by state: planning, running', ['state'], (gauge) => {
      for (const [state, count] of Object.entries(this.figures?.jobs ?? { planning: 0, running: 0 })) gauge.set({ state }, count);
    });
    registry.gauge(
      'arbalest_tasks',
      "Tasks of running statements, by the kind of the stage's last operator and by state: waiting (for inputs or for room), running",
      ['stage', 'state'],
      (gauge) => {
        for (const { stage, waiting, running } of this.figures?.stages ?? []) {
          gauge.set({ stage, state: 'waiting' }, waiting);
          gauge.set({ stage, state: 'running' }, running);
        }
      },
    );
    registry.gauge('arbalest_sessions', 'Open sessions', [], (gauge) => gauge.set(this.figures?.sessions ?? 0));
  }

  private executors(): void {
    const { registry } = this;
    registry.gauge('arbalest_executors', 'Executors, by state: active, aside (it kept failing), draining, lost', ['state'], (gauge) => {
      for (const state of ['active', 'aside', 'draining', 'lost'])
        gauge.set({ state }, (this.figures?.executors ?? []).filter((executor) => executor.state === state).length);
    });
    const each = [
      ['arbalest_executor_slots', 'Tasks that an executor runs at once', 'slots'],
      ['arbalest_executor_slots_used', 'Slots of an executor that hold a task', 'slotsUsed'],
      ['arbalest_executor_memory_bytes', 'Memory that an executor may use', 'memoryBytes'],
      ['arbalest_executor_memory_used_bytes', "Memory of an executor's process", 'memoryUsedBytes'],
    ] as const;
    for (const [name, help, figure] of each)
      registry.gauge(name, help, ['executor'], (gauge) => {
        for (const figures of this.figures?.executors ?? []) gauge.set({ executor: figures.executor }, figures[figure]);
      });
  }
}
