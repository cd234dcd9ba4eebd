import type { HttpConfig, Kernel } from '@arbalest/kernel';
import type { HttpAnswer, HttpGuard, HttpListener, HttpRoute } from './http-listener.js';
import { listenHttp } from './http-listener.js';
import { LoopWatch } from './loop-watch.js';
import type { Readiness } from './readiness.js';

export interface ProcessHealth {
  readonly readiness: () => Readiness;
  /** Prometheus text. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** A loop that stands still for more than this share of the time does not get on with its work. */
const MAX_STANDSTILL = 0.8;

/** Listens where the configuration says, and logs where that is. */
export async function startHttp(
  { clock, log }: Pick<Kernel, 'clock' | 'log'>,
  { host, port }: HttpConfig,
  health: ProcessHealth,
  guard: HttpGuard,
): Promise<HttpListener> {
  const loop = new LoopWatch(clock);
  try {
    const listener = await listenHttp({ host, port }, routes(health, loop, log), guard);
    log.info('Health and metrics are served', { url: listener.url });
    const stop = () => {
      loop[Symbol.dispose]();
      return listener.stop();
    };
    return { url: listener.url, stop };
  } catch (error) {
    loop[Symbol.dispose]();
    throw error;
  }
}

function routes({ readiness, metrics }: ProcessHealth, loop: LoopWatch, log: Kernel['log']): Readonly<Record<string, HttpRoute>> {
  return {
    // Open: who probes a process, such as an orchestrator, has no secrets of the cluster, and hears none.
    '/healthz': { guarded: false, answer: () => liveness(loop) },
    '/readyz': {
      guarded: false,
      answer: () => {
        const answer = readiness();
        return json(answer.ready ? 200 : 503, answer);
      },
    },
    '/metrics': {
      guarded: true,
      answer: async () => {
        try {
          const { type, text } = await metrics();
          return { status: 200, type, body: text };
        } catch (thrown) {
          log.error('The metrics could not be gathered', { cause: String(thrown) });
          throw thrown;
        }
      },
    },
  };
}

function liveness(loop: LoopWatch): HttpAnswer {
  const { standstill } = loop;
  const healthy = standstill <= MAX_STANDSTILL;
  const reason = `The event loop stood still for ${Math.round(standstill * 100)} % of the last ten seconds`;
  return json(healthy ? 200 : 503, { healthy, standstill, ...(healthy ? {} : { reason }) });
}

function json(status: number, body: object): HttpAnswer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}
