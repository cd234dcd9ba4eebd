import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import {
  type Answers,
  FlightClient,
  type FlightFrame,
  FlightServer,
  type FlightHandler,
  type ReceivedFrame,
  withPrefix,
} from '@arbalest/flight';
import { toWireField } from '../../arrow/sql-type.js';
import { writeSchema } from '../../arrow/write-schema.js';
import { describeServer } from '../../hello/connect-server.js';
import type { FunctionServer } from '../../server/function-server.js';

const BIGINT = toWireField({ name: 'v', type: { id: 'BIGINT' } });

/** The JSON of a server with `echo(v BIGINT) BIGINT` and the table function `rows(v BIGINT) → (v BIGINT)`. */
export function description(more: object = {}): object {
  const schema = Buffer.from(withPrefix(writeSchema([BIGINT, BIGINT]))).toString('base64');
  const functions = [
    { name: 'echo', kind: 'scalar', schema, arguments: 1 },
    { name: 'rows', kind: 'table', schema, arguments: 1 },
  ];
  return { protocol: 1, runtime: { name: 'hostile', version: '1' }, transports: ['socket', 'shared-memory'], functions, ...more };
}

export interface HostileServer extends FunctionServer {
  readonly folder: string;
  readonly killed: readonly Error[];
  close(): Promise<void>;
}

/** A server in this process that answers calls with whatever `answer` makes of the frames. */
export async function startHostileServer(
  answer: (frames: AsyncIterable<ReceivedFrame>, server: { readonly folder: string }) => Answers<FlightFrame>,
): Promise<HostileServer> {
  const folder = mkdtempSync(join(tmpdir(), 'arbalest-hostile-'));
  const handler: FlightHandler = {
    doExchange: (frames) => answer(frames, { folder }),
    doAction: ({ type }) => [Buffer.from(JSON.stringify(type === 'arbalest.describe' ? description() : { status: 'ready', calls: 0 }))],
  };
  const server = await FlightServer.listen(`grpc+unix://${folder}/udf.sock`, handler);
  const client = new FlightClient(server.location);
  const gone = new AbortController();
  const killed: Error[] = [];
  return {
    name: 'a hostile server',
    description: await describeServer(client, { name: 'a hostile server', signal: gone.signal }),
    client,
    sharedMemory: { input: folder, output: folder },
    gone: gone.signal,
    kill: (reason) => {
      killed.push(reason);
      gone.abort(reason);
    },
    folder,
    killed,
    close: async () => {
      client.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
