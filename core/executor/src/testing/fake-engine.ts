import type { ArrowBatch, Executor, FragmentExecution, FragmentMetrics, FragmentRequest } from '@arbalest/spi';

type Run = (request: FragmentRequest) => Promise<Omit<FragmentExecution, 'metrics'> & { readonly metrics?: () => FragmentMetrics }>;

/** An engine that does what a test says, by the kind of the plan. */
export function fakeEngine(runs: Readonly<Record<string, Run>>, id = 'fake'): Executor {
  return {
    id,
    capabilities: { nodes: Object.keys(runs), partitionedOutput: true },
    execute: async (request) => ({ metrics: () => ({}), ...(await runs[request.plan.kind]!(request)) }),
    close: () => Promise.resolve(),
  };
}

/** A plan as the fake engine's nodes take it: its kind, as text. */
export const planNamed = (kind: string): Uint8Array => Buffer.from(kind);
export const decodeNamedPlan = (bytes: Uint8Array): { kind: string } => ({ kind: Buffer.from(bytes).toString() });

export async function* each(batches: readonly ArrowBatch[]): AsyncGenerator<ArrowBatch, void, undefined> {
  yield* batches;
}

/** Never comes; ends with the signal's reason. */
export function forever(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
