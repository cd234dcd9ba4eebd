import type { FlightServerCall } from '@arbalest/flight';
import type { Credentials } from '@arbalest/spi';

type BasicCredentials = Extract<Credentials, { readonly kind: 'basic' }>;
type BearerCredentials = Extract<Credentials, { readonly kind: 'bearer' }>;

/** What a call's `authorization` header says; undefined when there is none that can be read. */
export function headerCredentials(call: Pick<FlightServerCall, 'headers'>): BasicCredentials | BearerCredentials | undefined {
  const [, scheme = '', text = ''] = /^(\w+) +(.+)$/.exec(header(call, 'authorization') ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return { kind: 'bearer', token: text.trim() };
  return /^basic$/i.test(scheme) ? basicCredentials(Buffer.from(text, 'base64').toString()) : undefined;
}

/** @param text `user:password`; the password may hold colons */
function basicCredentials(text: string): BasicCredentials | undefined {
  const at = text.indexOf(':');
  return at < 0 ? undefined : { kind: 'basic', user: text.slice(0, at), password: text.slice(at + 1) };
}

export function header({ headers }: Pick<FlightServerCall, 'headers'>, name: string): string | undefined {
  const [value] = headers.get(name);
  return value === undefined ? undefined : String(value);
}

/** The cookie of that name, of all `cookie` headers. */
export function cookie({ headers }: Pick<FlightServerCall, 'headers'>, name: string): string | undefined {
  const pairs = headers.get('cookie').flatMap((line) => String(line).split(';'));
  const found = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
