import { type FlightLocation, parseLocation } from '@arbalest/flight';
import { ArbalestError } from './client-error.js';

export interface SchedulerUrl {
  /** As the user wrote it, for messages. */
  readonly url: string;
  /** What grpc-js connects to. */
  readonly target: string;
  readonly secure: boolean;
}

/** @throws user error `CONNECT_URL` that says what a URL looks like */
export function parseSchedulerUrl(url: string): SchedulerUrl {
  const { scheme, target } = location(url);
  return { url, target, secure: scheme === 'grpc+tls' };
}

function location(url: string): FlightLocation {
  try {
    return parseLocation(url);
  } catch {
    throw notAUrl(url);
  }
}

/**
 * The schedulers of one cluster, with commas between them: `grpc://h1:50050,h2:50050`. What names no scheme has the first one's.
 *
 * @throws user error `CONNECT_URL`
 */
export function parseSchedulerUrls(text: string): readonly SchedulerUrl[] {
  const [first = '', ...others] = text.split(',').map((part) => part.trim());
  const scheme = /^[^:/]+:\/\//.exec(first)?.[0] ?? '';
  const urls = [first, ...others].map((part) => parseSchedulerUrl(part.includes('://') ? part : `${scheme}${part}`));
  if (urls.some(({ secure }) => secure !== urls[0]!.secure)) {
    throw new ArbalestError(
      'user',
      'CONNECT_URL',
      `"${text}" names schedulers with and without TLS; all of a cluster are reached in one way`,
    );
  }
  return urls.filter(({ target }, i) => urls.findIndex((other) => other.target === target) === i);
}

export function isLocal(target: string): boolean {
  return /^(unix:|localhost:|127\.|\[::1\])/.test(target);
}

function notAUrl(url: string): ArbalestError {
  const message = `"${url}" is not the URL of a scheduler; wanted grpc://host:port, grpc+tls://host:port or grpc+unix:///path, several with commas between them`;
  return new ArbalestError('user', 'CONNECT_URL', message);
}
