import { hostname } from 'node:os';
import type { GrpcListener } from './grpc-listener.js';

const EVERYWHERE = new Set(['0.0.0.0', '::', '']);

/** Where others reach a scheduler that listens: as the configuration says, else where it listens, and with the machine's name if that is everywhere. */
export function advertisedAddress({ host, port, url }: Pick<GrpcListener, 'host' | 'port' | 'url'>, advertise: string | undefined): string {
  const scheme = url.slice(0, url.indexOf('://'));
  if (advertise !== undefined) return advertise.includes('://') ? advertise : `${scheme}://${advertise}`;
  return EVERYWHERE.has(host) ? `${scheme}://${hostname()}:${port}` : url;
}
