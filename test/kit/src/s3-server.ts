import { openAsBlob } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';

/** A store that speaks S3, in this process. It takes requests without a signature, and refuses those that are signed with a key it does not know. */
export interface S3Server extends AsyncDisposable {
  /** Host and port. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
  /** Puts a local file into the bucket. */
  upload(key: string, file: string): Promise<void>;
}

interface S3rver {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

type S3rverClass = new (options: Readonly<Record<string, unknown>>) => S3rver;

/** The server has no types, and one account, to which keys of our own are added so that they can be looked for in output. */
interface Account {
  createKeyPair(keyId: string, secret: string): void;
  revokeAccessKey(keyId: string): void;
}

export async function s3Server(bucket = 'bucket'): Promise<S3Server> {
  const require = createRequire(import.meta.url);
  const Server = require('s3rver') as S3rverClass;
  const { DUMMY_ACCOUNT: account } = require('s3rver/lib/models/account') as { DUMMY_ACCOUNT: Account };
  const [keyId, secret] = ['ARBALESTKEYID', 'Arbalest+Secret/That=NobodyMaySee'];
  const folder = await temporaryFolder('arbalest-s3-');
  const server = new Server({ port: 0, address: '127.0.0.1', silent: true, directory: folder.path, configureBuckets: [{ name: bucket }] });
  account.createKeyPair(keyId, secret);
  const { port } = await server.run();
  return {
    endpoint: `127.0.0.1:${port}`,
    bucket,
    keyId,
    secret,
    upload: (key, file) => put(`http://127.0.0.1:${port}/${bucket}/${key}`, file),
    async [Symbol.asyncDispose]() {
      account.revokeAccessKey(keyId);
      await server.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function put(url: string, file: string): Promise<void> {
  const { ok, status } = await fetch(url, { method: 'PUT', body: await openAsBlob(file) });
  if (!ok) throw new Error(`PUT ${url} was answered with ${status}`);
}
