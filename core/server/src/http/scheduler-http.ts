import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import { httpGuard, type HttpSecurity } from './http-guard.js';
import type { HttpListener } from './http-listener.js';
import type { SchedulerMetrics } from './metrics/scheduler-metrics.js';
import { type Readiness, schedulerReadiness } from './readiness.js';
import type { SchedulerMeasuring } from './scheduler-measuring.js';
import { startHttp } from './start-http.js';

/** What is asked about a scheduler. */
export interface AskedScheduler {
  readonly leads: () => boolean;
  readonly leader: () => string | undefined;
}

/**
 * Health and metrics of a scheduler process.
 *
 *     created ──serve──► serving ──stopping──► serving, but not ready ──stop──► stopped
 *
 * Where the configuration switches it off, every step does nothing.
 */
export class SchedulerHttp {
  private scheduler: AskedScheduler | undefined;
  private listener: HttpListener | undefined;
  private isStopping = false;
  private metrics: SchedulerMetrics | undefined;

  private constructor(private readonly config: ArbalestConfig) {}

  /** Loads what measures, where something is to be measured. */
  static async create(config: ArbalestConfig): Promise<SchedulerHttp> {
    const http = new SchedulerHttp(config);
    if (!config.http.enabled) return http;
    const { SchedulerMetrics } = await import('./metrics/scheduler-metrics.js');
    http.metrics = new SchedulerMetrics(() => http.scheduler?.leads() ?? false);
    return http;
  }

  /** For whoever puts the scheduler together; absent when it is not measured. */
  get measuring(): SchedulerMeasuring | undefined {
    return this.metrics;
  }

  /** Absent while it does not listen. */
  get url(): string | undefined {
    return this.listener?.url;
  }

  /** Answers from now on, whether or not the scheduler is ready. @throws user error `PORT_IN_USE`, `LISTENER_OPEN` */
  async serve(kernel: Pick<Kernel, 'clock' | 'log'>, scheduler: AskedScheduler, security: HttpSecurity): Promise<void> {
    this.scheduler = scheduler;
    const { metrics, config } = this;
    if (!metrics) return;
    const health = { readiness: () => this.readiness(scheduler), metrics: () => metrics.scrape() };
    this.listener = await startHttp(kernel, config.http, health, httpGuard(config.http.host, security));
  }

  /** The scheduler takes no new statements. */
  stopping(): void {
    this.isStopping = true;
  }

  async stop(): Promise<void> {
    await this.listener?.stop();
  }

  private readiness(scheduler: AskedScheduler): Readiness {
    const leads = scheduler.leads();
    if (this.isStopping) return { ready: false, role: 'scheduler', leads, reason: 'The scheduler is stopping and takes no new statements' };
    return schedulerReadiness({ leads, leader: scheduler.leader() });
  }
}
