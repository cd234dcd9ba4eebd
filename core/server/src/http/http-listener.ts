import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions as TlsOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { transientError, userError } from '@arbalest/spi';

/** What is answered to a GET. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** One path. */
export interface HttpRoute {
  readonly answer: () => HttpAnswer | Promise<HttpAnswer>;
  /** Only for who proves that it belongs to the cluster; the others are for whoever can reach the address. */
  readonly guarded: boolean;
}

/** What keeps strangers away from guarded routes. */
export interface HttpGuard {
  /** Absent = plain HTTP. */
  readonly tls?: TlsOptions;
  readonly admits: (request: IncomingMessage) => Promise<boolean>;
}

export interface HttpListener {
  /** `http://host:port`, or `https://…`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A request has this long to come in whole, and a connection this long between two. */
const REQUEST_MS = 10_000;
const MAX_HEADER_BYTES = 8192;
const MAX_CONNECTIONS = 100;
const TEXT = 'text/plain; charset=utf-8';

/** @throws user error `PORT_IN_USE`, transient error `LISTEN_FAILED` */
export async function listenHttp(
  { host, port }: { readonly host: string; readonly port: number },
  routes: Readonly<Record<string, HttpRoute>>,
  guard: HttpGuard,
): Promise<HttpListener> {
  const limits = { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, keepAliveTimeout: REQUEST_MS };
  const respond = responder(routes, guard);
  const server = guard.tls ? createHttpsServer({ ...limits, ...guard.tls }, respond) : createHttpServer(limits, respond);
  server.maxConnections = MAX_CONNECTIONS;
  await begin(server, host, port);
  // It keeps no process alive.
  server.unref();
  const { port: bound } = server.address() as AddressInfo;
  const url = `${guard.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  return { url, stop: () => end(server) };
}

function responder(routes: Readonly<Record<string, HttpRoute>>, guard: HttpGuard): RequestListener {
  return (request, response) => {
    void answerTo(request, routes, guard).then(({ status, type, body }) => {
      const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
      response.writeHead(status, status === 401 ? { ...headers, 'www-authenticate': 'Bearer' } : headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  };
}

/** Never rejects. */
async function answerTo(request: IncomingMessage, routes: Readonly<Record<string, HttpRoute>>, guard: HttpGuard): Promise<HttpAnswer> {
  const path = (request.url ?? '/').split('?', 1)[0]!;
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (!route) return { status: 404, type: TEXT, body: `There is ${Object.keys(routes).join(', ')}\n` };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, type: TEXT, body: 'Only GET is answered\n' };
  if (route.guarded && !(await guard.admits(request)))
    return {
      status: 401,
      type: TEXT,
      body: 'This is for processes of the cluster and those who administer it: show its token as a bearer token, or a certificate\n',
    };
  try {
    return await route.answer();
  } catch {
    return { status: 500, type: TEXT, body: 'The answer could not be made; the log says why\n' };
  }
}

function begin(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE')
        reject(
          userError(
            'PORT_IN_USE',
            `Port ${port} on ${host} is in use by another process; choose another with --http ${host}:PORT, or 0 for any free one`,
            { cause },
          ),
        );
      else reject(transientError('LISTEN_FAILED', `Cannot listen on ${host}:${port}: ${cause.message}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
