import { connect, type Socket } from 'node:net';
import type { WatchProcess } from '@arbalest/scheduler';

/** Refusals in a row that mean that nobody listens any more: between the two, somebody who was started again would be there. */
const REFUSALS = 2;
const RETRY_MS = 100;
/** Until somebody has answered there is nothing to notice. */
const FIRST_RETRY_MS = 1_000;

/**
 * Keeps a connection to a scheduler's address on which nothing is said: when its process ends, the host closes it and refuses the next. A process that stands
 * still, or a network that is cut, refuses nothing; nor does a host that is gone.
 */
export const watchProcess: WatchProcess = (address, gone) => {
  const place = hostAndPort(address);
  let refusals = 0;
  let reached = false;
  let isOver = false;
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;

  const tryAgain = (): void => {
    if (isOver) return;
    timer = setTimeout(open, reached ? RETRY_MS : FIRST_RETRY_MS);
    timer.unref();
  };
  const open = (): void => {
    let refused = false;
    socket = connect(place!);
    socket.unref();
    socket.resume();
    socket.on('connect', () => {
      reached = true;
      refusals = 0;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (refused = error.code === 'ECONNREFUSED'));
    socket.on('close', () => {
      if (isOver) return;
      if (refused && reached && ++refusals >= REFUSALS) {
        isOver = true;
        gone();
      } else tryAgain();
    });
  };

  if (place) open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.destroy();
  };
};

/** Undefined for an address without a port, of which nothing can be said. */
function hostAndPort(address: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = /^[a-z+]+:\/\/(\[[^\]]+\]|[^:/]+):(\d+)\/?$/.exec(address) ?? [];
  return host === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
