import { setMaxListeners } from 'node:events';

/**
 * Listens for the end of a signal that many calls may share. Each call adds one listener and takes it back at its end; Node would warn of a
 * leak at the eleventh that runs at the same time, so the signal's limit is lifted.
 */
export function listenForAbort(signal: AbortSignal | undefined, listener: () => void): void {
  if (signal === undefined) return;
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener);
}
