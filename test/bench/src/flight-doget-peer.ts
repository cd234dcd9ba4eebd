// One end of the DoGet benchmark in a process of its own: `serve <ipc file>` or `read <location> <repeats>`.
import { open } from 'node:fs/promises';
import { FlightClient, FlightServer, openIpcFile, type ReceivedIpcMessage, recordBatchRows } from '@arbalest/flight';

async function serve(path: string): Promise<void> {
  const { schema, batches } = await load(path);
  const server = await FlightServer.listen('grpc://127.0.0.1:0', {
    async *doGet(ticket) {
      yield { metadata: schema };
      const repeats = Number(Buffer.from(ticket).toString());
      for (let i = 0; i < repeats; i++) yield* batches;
    },
  });
  console.log(server.port);
  process.stdin.on('end', () => void server.close()).resume();
}

async function load(path: string): Promise<{ schema: Uint8Array; batches: ReceivedIpcMessage[] }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const read = async (offset: number, length: number): Promise<Uint8Array> => {
      const { buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer;
    };
    const file = await openIpcFile({ size, read });
    return { schema: file.schema, batches: await Promise.all(file.batches.map((block) => file.read(block))) };
  } finally {
    await handle.close();
  }
}

async function read(location: string, repeats: string): Promise<void> {
  const client = new FlightClient(location);
  await client.waitForReady(10_000);
  const started = performance.now();
  let bytes = 0;
  let rows = 0;
  for await (const { metadata, body } of client.doGet(Buffer.from(repeats))) {
    if (metadata === undefined || body === undefined || body.byteLength === 0) continue;
    bytes += body.byteLength;
    rows += recordBatchRows(metadata);
  }
  console.log(JSON.stringify({ bytes, rows, seconds: (performance.now() - started) / 1000 }));
  client.close();
}

const [mode, first = '', second = ''] = process.argv.slice(2);
await (mode === 'serve' ? serve(first) : read(first, second));
