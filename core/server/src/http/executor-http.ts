import type { ExecutorNode, ExecutorObserver } from '@arbalest/executor';
import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import { httpGuard, type HttpSecurity } from './http-guard.js';
import type { HttpListener } from './http-listener.js';
import type { ExecutorMetrics } from './metrics/executor-metrics.js';
import { executorReadiness } from './readiness.js';
import { startHttp } from './start-http.js';

export type AskedExecutor = Pick<ExecutorNode, 'id' | 'figures'>;

/** Health and metrics of an executor process. Where the configuration switches them off, every step does nothing. */
export class ExecutorHttp {
  private executor: AskedExecutor | undefined;
  private listener: HttpListener | undefined;
  private metrics: ExecutorMetrics | undefined;

  private constructor(private readonly config: ArbalestConfig) {}

  /** Loads what measures, where something is to be measured. */
  static async create(config: ArbalestConfig): Promise<ExecutorHttp> {
    const http = new ExecutorHttp(config);
    if (!config.http.enabled) return http;
    const { ExecutorMetrics } = await import('./metrics/executor-metrics.js');
    http.metrics = new ExecutorMetrics(() => http.executor?.figures());
    return http;
  }

  /** For whoever makes the executor; absent when it is not measured. */
  get observer(): ExecutorObserver | undefined {
    return this.metrics;
  }

  /** Absent while it does not listen. */
  get url(): string | undefined {
    return this.listener?.url;
  }

  /** @throws user error `PORT_IN_USE`, `LISTENER_OPEN` */
  async serve(kernel: Pick<Kernel, 'clock' | 'log'>, executor: AskedExecutor, security: HttpSecurity): Promise<void> {
    this.executor = executor;
    const { metrics, config } = this;
    if (!metrics) return;
    const health = { readiness: () => executorReadiness(executor.id, executor.figures()), metrics: () => metrics.scrape() };
    this.listener = await startHttp(kernel, config.http, health, httpGuard(config.http.host, security));
  }

  async stop(): Promise<void> {
    await this.listener?.stop();
  }
}
