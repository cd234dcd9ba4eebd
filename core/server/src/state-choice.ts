import type { ArbalestConfig } from '@arbalest/kernel';
import { type JsonValue, userError } from '@arbalest/spi';

/** Which plugin keeps the state, and what its address says of that plugin's section of the configuration. */
export interface StateChoice {
  /** Id of the plugin. */
  readonly plugin: string;
  readonly section: Readonly<Record<string, JsonValue>>;
}

const FORMS = 'etcd://host:2379,host:2379/prefix, lmdb:FOLDER, lmdb, memory, or the id of another state plugin';

/**
 * Reads `scheduler.state`.
 *
 *     memory                       in this process, for as long as it lives
 *     lmdb                         in the data directory
 *     lmdb:FOLDER                  in that folder
 *     etcd://a:2379,b:2379/prefix  in etcd, under keys that begin with the prefix
 *     ID                           in the state plugin of that id, as its section of the configuration says
 *
 * @throws user error `STATE_ADDRESS`
 */
export function stateChoice(text: string): StateChoice {
  const lmdb = /^lmdb:(?!\/\/)(.+)$/.exec(text);
  if (lmdb) return { plugin: 'lmdb', section: { directory: lmdb[1]! } };
  const etcd = /^etcd:\/\/([^/]+)(?:\/(.*))?$/.exec(text);
  if (etcd) return { plugin: 'etcd', section: { endpoints: endpoints(etcd[1]!, text), ...(etcd[2] ? { prefix: `/${etcd[2]}` } : {}) } };
  if (/^[a-z][a-z0-9-]*$/.test(text)) return { plugin: text, section: {} };
  throw wrong(text);
}

/** The configuration with what the address says in its plugin's section; the address wins. */
export function withStateSection(config: ArbalestConfig, { plugin, section }: StateChoice): ArbalestConfig {
  const before = config.plugin[plugin] as StateChoice['section'] | undefined;
  return Object.keys(section).length === 0
    ? config
    : { ...config, plugin: { ...config.plugin, [plugin]: { ...before, ...secured(section, before) } } };
}

function endpoints(list: string, text: string): readonly string[] {
  const hosts = list.split(',').map((host) => host.trim());
  if (hosts.some((host) => !/^([^\s:]+|\[[0-9a-fA-F:]+\])(:\d+)?$/.test(host))) throw wrong(text);
  return hosts.map((host) => (/[^:]:\d+$/.test(host) ? `http://${host}` : `http://${host}:2379`));
}

/** Over TLS when the section says how. */
function secured(section: StateChoice['section'], before: StateChoice['section'] | undefined): StateChoice['section'] {
  const { endpoints: urls } = section;
  if (before?.['tls'] === undefined || !Array.isArray(urls)) return section;
  return { ...section, endpoints: urls.map((url) => String(url).replace(/^http:/, 'https:')) };
}

function wrong(text: string) {
  return userError('STATE_ADDRESS', `'${text}' is no place for the state; wanted ${FORMS}`);
}
