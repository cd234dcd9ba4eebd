/**
 * A Flight location, as Arrow writes them: `grpc://host:port` or `grpc+tcp://host:port` (plain), `grpc+tls://host:port` (others write `grpcs://host:port`),
 * `grpc+unix:///absolute/path` (plain, a socket in the file system).
 */
export interface FlightLocation {
  readonly scheme: 'grpc+tcp' | 'grpc+tls' | 'grpc+unix';
  /** What grpc-js connects or binds to. */
  readonly target: string;
}

const SCHEMES: Readonly<Record<string, FlightLocation['scheme']>> = {
  grpc: 'grpc+tcp',
  'grpc+tcp': 'grpc+tcp',
  'grpc+tls': 'grpc+tls',
  grpcs: 'grpc+tls',
  'grpc+unix': 'grpc+unix',
};

/** @throws TypeError when the text is no location; the message says what one looks like. */
export function parseLocation(uri: string): FlightLocation {
  const [, name = '', rest = ''] = /^([a-z+]+):\/\/(.+)$/.exec(uri) ?? [];
  const scheme = SCHEMES[name];
  if (scheme === undefined || rest === '') throw notALocation(uri);
  if (scheme === 'grpc+unix') return { scheme, target: `unix:${unixPath(uri, rest)}` };
  const target = rest.replace(/\/$/, '');
  if (!/^(\[[^\]]+\]|[^:/[\]]+):\d+$/.test(target)) throw notALocation(uri);
  return { scheme, target };
}

function unixPath(uri: string, rest: string): string {
  if (!rest.startsWith('/')) throw notALocation(uri);
  return decodeURIComponent(rest);
}

function notALocation(uri: string): TypeError {
  return new TypeError(`"${uri}" is not a Flight location; expected grpc://host:port, grpc+tls://host:port or grpc+unix:///absolute/path`);
}
