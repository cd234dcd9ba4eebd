import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLOCK, definePlugin, LOG, PROCESS, SECRETS, STATE_STORES, userError, type SecretReference } from '@arbalest/spi';
import { EtcdStateStore } from './etcd-state-store.js';

/** The section of the configuration; package.json has its schema and defaults. */
export interface EtcdConfig {
  readonly endpoints: readonly string[];
  readonly prefix: string;
  readonly username?: string;
  /** Where it is found. */
  readonly password?: SecretReference;
  readonly tls?: { readonly ca: string; readonly certificate?: string; readonly key?: string };
  readonly timeouts: { readonly attemptMs: number; readonly requestMs: number };
}

/** Nothing is connected, nor the client's code loaded, before the store is first asked for something. */
export default definePlugin<EtcdConfig>({
  register({ config, contribute }) {
    contribute(
      STATE_STORES,
      (services) => {
        const { endpoints, prefix, username, password, tls, timeouts } = config;
        const read = (path: string) => readCertificate(resolve(services.get(PROCESS).baseDirectory, path));
        return new EtcdStateStore({
          endpoints,
          prefix,
          ...timeouts,
          ...(username === undefined
            ? {}
            : { auth: async () => ({ username, password: password === undefined ? '' : await services.get(SECRETS).read(password) }) }),
          ...(tls === undefined
            ? {}
            : {
                tls: () => ({
                  rootCertificate: read(tls.ca),
                  ...(tls.key === undefined ? {} : { privateKey: read(tls.key) }),
                  ...(tls.certificate === undefined ? {} : { certChain: read(tls.certificate) }),
                }),
              }),
          clock: services.get(CLOCK),
          log: services.get(LOG),
        });
      },
      (store) => store.close(),
    );
  },
});

function readCertificate(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw userError('STATE_TLS', `The file ${path} of plugin.etcd.tls cannot be read: ${(cause as Error).message}`, { cause });
  }
}
