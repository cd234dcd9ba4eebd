/** The work did not end before its deadline. It may still go on. */
export class DeadlinePassed extends Error {
  constructor(readonly ms: number) {
    super(`not done after ${ms} ms`);
    this.name = 'DeadlinePassed';
  }
}

/**
 * Runs `work` with a signal that aborts after `ms` or with `parent`. Work that goes on after its signal aborted is not waited for.
 *
 * @throws DeadlinePassed, the parent's reason, or what the work threw.
 */
export async function withDeadline<T>(ms: number, parent: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DeadlinePassed(ms)), ms);
  const onParent = () => controller.abort(parent?.reason);
  parent?.addEventListener('abort', onParent, { once: true });
  if (parent?.aborted) onParent();
  try {
    return await Promise.race([aborted(controller.signal), work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', onParent);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
