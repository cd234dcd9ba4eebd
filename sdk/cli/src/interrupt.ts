const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls `stop` for the first SIGINT or SIGTERM; the second one ends the process at once, in case stopping hangs.
 * Disposal takes the handlers away.
 */
export function onInterrupt(stop: (signal: NodeJS.Signals) => void): Disposable {
  let interrupted = false;
  const handler = (signal: NodeJS.Signals): void => {
    if (interrupted) process.exit(130);
    interrupted = true;
    stop(signal);
  };
  for (const signal of SIGNALS) process.on(signal, handler);
  return {
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, handler);
    },
  };
}

/** Waits for SIGINT or SIGTERM, or for `ended`. */
export async function untilInterrupted(ended?: Promise<void>): Promise<void> {
  let release: (() => void) | undefined;
  const interrupted = new Promise<void>((resolve) => (release = resolve));
  onInterrupt(() => release?.());
  await (ended === undefined ? interrupted : Promise.race([interrupted, ended]));
}
