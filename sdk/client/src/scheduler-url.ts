import { ArbalestError } from './client-error.js';

export interface SchedulerUrl {
  /** As the user wrote it, for messages. */
  readonly url: string;
  /** What grpc-js connects to. */
  readonly target: string;
  readonly secure: boolean;
}

const SCHEME = /^(grpc|grpc\+tcp|grpc\+tls|grpc\+unix):\/\/(.+?)\/?$/;

/** @throws user error `CONNECT_URL` that says what a URL looks like */
export function parseSchedulerUrl(url: string): SchedulerUrl {
  const [, scheme, rest = ''] = SCHEME.exec(url) ?? [];
  if (scheme === 'grpc+unix' && rest.startsWith('/')) return { url, target: `unix:${rest}`, secure: false };
  if (scheme === undefined || !/^(\[[^\]]+\]|[^:/[\]]+):\d+$/.test(rest)) throw notAUrl(url);
  return { url, target: rest, secure: scheme === 'grpc+tls' };
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
