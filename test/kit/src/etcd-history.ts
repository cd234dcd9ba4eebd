/** A change of a key, as etcd remembers it. */
export interface EtcdChange {
  readonly kind: 'put' | 'delete';
  readonly key: string;
  readonly revision: bigint;
  /** Revision at which the key was made; 0 for a delete. */
  readonly createRevision: bigint;
}

interface WatchMessage {
  readonly result?: {
    readonly header?: { readonly revision?: string };
    readonly created?: boolean;
    readonly canceled?: boolean;
    readonly events?: readonly WatchEvent[];
  };
}

interface WatchEvent {
  readonly type?: 'DELETE';
  readonly kv: { readonly key: string; readonly mod_revision: string; readonly create_revision?: string };
}

const READ_MS = 30_000;

/** The revision of the whole store now. */
export async function etcdRevision(endpoint: string): Promise<bigint> {
  const response = await post(`${endpoint}/v3/kv/range`, { key: text('\0'), limit: 1 }, AbortSignal.timeout(READ_MS));
  return BigInt(((await response.json()) as { header: { revision: string } }).header.revision);
}

/** All changes of all keys from the revision after `after` to now, in order. They must not have been compacted. */
export async function etcdHistory(endpoint: string, after: bigint): Promise<EtcdChange[]> {
  const last = await etcdRevision(endpoint);
  const changes: EtcdChange[] = [];
  if (last <= after) return changes;
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new Error(`etcd did not tell its history within ${READ_MS} ms`)), READ_MS);
  try {
    const request = { create_request: { key: text('\0'), range_end: text('\0'), start_revision: String(after + 1n) } };
    const response = await post(`${endpoint}/v3/watch`, request, over.signal);
    for await (const { result } of lines(response.body!)) {
      if (result?.canceled) throw new Error(`etcd has no history from revision ${after + 1n} any more`);
      changes.push(...(result?.events ?? []).map(changeFrom));
      if ((changes.at(-1)?.revision ?? 0n) >= last) break;
    }
  } finally {
    clearTimeout(timer);
    over.abort();
  }
  return changes.filter(({ revision }) => revision <= last);
}

function changeFrom({ type, kv }: WatchEvent): EtcdChange {
  return {
    kind: type === 'DELETE' ? 'delete' : 'put',
    key: Buffer.from(kv.key, 'base64').toString(),
    revision: BigInt(kv.mod_revision),
    createRevision: BigInt(kv.create_revision ?? 0),
  };
}

/** The gateway of etcd answers a watch with one JSON object a line. */
async function* lines(body: AsyncIterable<Uint8Array>): AsyncGenerator<WatchMessage> {
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + Buffer.from(chunk).toString()).split('\n');
    rest = parts.pop()!;
    for (const part of parts) if (part.trim() !== '') yield JSON.parse(part) as WatchMessage;
  }
}

function post(url: string, body: unknown, signal: AbortSignal): Promise<Response> {
  return fetch(url, { method: 'POST', body: JSON.stringify(body), signal });
}

/** `\0` as key and as end of the range means all keys. */
function text(value: string): string {
  return Buffer.from(value).toString('base64');
}
