import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics of one process in Prometheus's form. Several in one process, as in tests, share nothing. */
export class MetricsRegistry {
  private readonly registry = new Registry();

  constructor(role: 'scheduler' | 'executor', version: string) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('arbalest_build_info', 'Always 1; the labels say what runs', ['role', 'version']).set({ role, version }, 1);
  }

  counter<Label extends string>(name: `${string}_total`, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param collect sets it when it is asked for: what is measured so costs nothing in between */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    collect?: (gauge: Gauge<Label>) => void,
  ): Gauge<Label> {
    return new Gauge<Label>({
      name,
      help,
      labelNames,
      registers: [this.registry],
      ...(collect
        ? {
            collect() {
              // What is not there any more, an executor for example, is not to stay.
              this.reset();
              collect(this);
            },
          }
        : {}),
    });
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labelNames: readonly Label[] = [],
  ): Histogram<Label> {
    return new Histogram({ name, help, buckets: [...buckets], labelNames, registers: [this.registry] });
  }

  async scrape(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
