import { isFlightError } from '@arbalest/flight';
import { userError } from '@arbalest/spi';
import { capital, type LiveServer } from './live-server.js';
import type { ServerTimeouts } from './pool-options.js';

/**
 * Asks a server every few seconds whether it is well, until it is gone, and ends one that does not answer. While calls run it may take longer: a function that holds all of its
 * runtime's threads is no fault, and its calls have deadlines of their own.
 *
 * @param busy Whether calls may be running.
 * @param onDraining Called once when it says that it will take no more calls.
 */
export function watchHealth(server: LiveServer, timeouts: ServerTimeouts, busy: () => boolean, onDraining: () => void): void {
  let silentSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const ask = async () => {
    const asked = performance.now();
    silentSince ??= asked;
    const answer = await askHealth(server, timeouts.healthMs);
    if (server.gone.aborted) return;
    if (answer === 'ready' || answer === 'draining') silentSince = undefined;
    if (answer === 'draining') return onDraining();
    const patience = busy() ? timeouts.busyHealthMs : timeouts.healthMs;
    if (silentSince !== undefined && performance.now() - silentSince >= patience) server.kill(unresponsive(server, patience));
    else schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => void ask(), timeouts.healthIntervalMs);
    timer.unref();
  };
  server.gone.addEventListener('abort', () => clearTimeout(timer), { once: true });
  schedule();
}

async function askHealth(server: LiveServer, timeoutMs: number): Promise<'ready' | 'draining' | undefined> {
  const action = server.description.dialect === 'arbalest' ? 'arbalest.health' : 'protocol_version';
  try {
    const { value } = await server.client.doAction({ type: action, body: new Uint8Array(0) }, { timeoutMs, signal: server.gone }).next();
    return isDraining(value) ? 'draining' : 'ready';
  } catch (error) {
    // An answer all the same: the server is there, and does not know the question.
    return isFlightError(error) && !['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED', 'INTERNAL'].includes(error.status)
      ? 'ready'
      : undefined;
  }
}

function isDraining(body: Uint8Array | undefined): boolean {
  if (body === undefined || body.length > 1024) return false;
  try {
    return (JSON.parse(Buffer.from(body).toString()) as { status?: unknown } | null)?.status === 'draining';
  } catch {
    return false;
  }
}

function unresponsive(server: LiveServer, patience: number): Error {
  return userError(
    'FUNCTION_UNRESPONSIVE',
    `${capital(server.name)} has not answered the question whether it is well for ${patience} ms, and was ended`,
  );
}
