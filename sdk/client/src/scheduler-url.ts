import { ArbalestError } from './client-error.js';

export interface SchedulerUrl {
  /** What grpc-js connects to. */
  readonly target: string;
  readonly secure: boolean;
}

/** @throws user error `CONNECT_URL` that says what a URL looks like */
export function parseSchedulerUrl(url: string): SchedulerUrl {
  const [, scheme, rest = ''] = /^(grpc|grpc\+tcp|grpc\+tls|grpc\+unix):\/\/(.+?)\/?$/.exec(url) ?? [];
  if (scheme === 'grpc+unix' && rest.startsWith('/')) return { target: `unix:${rest}`, secure: false };
  if (scheme === undefined || !/^(\[[^\]]+\]|[^:/[\]]+):\d+$/.test(rest)) throw notAUrl(url);
  return { target: rest, secure: scheme === 'grpc+tls' };
}

export function isLocal(target: string): boolean {
  return /^(unix:|localhost:|127\.|\[::1\])/.test(target);
}

function notAUrl(url: string): ArbalestError {
  const message = `"${url}" is not the URL of a scheduler; wanted grpc://host:port, grpc+tls://host:port or grpc+unix:///path`;
  return new ArbalestError('user', 'CONNECT_URL', message);
}
