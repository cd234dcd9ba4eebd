import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ArrowEncoder, type IpcMessage, writeIpcFile } from '@arbalest/flight';
import { Field, Int64, makeData, RecordBatch, Schema, Struct } from 'apache-arrow';

const NODE_PEER = [process.execPath, fileURLToPath(new URL('./flight-doget-peer.js', import.meta.url))] as const;
const PYTHON_PEER = fileURLToPath(new URL('../src/flight-doget-peer.py', import.meta.url));
const DEFAULT_PYTHON = fileURLToPath(new URL('../../../.arbalest/pyarrow-26.0.1/bin/python', import.meta.url));
const MIB = 1024 * 1024;
/** Batches in the file: enough that none stays in a processor's cache, few enough to be made at once. */
const FILE_BYTES = 64 * MIB;

interface Reading {
  readonly bytes: number;
  readonly rows: number;
  readonly seconds: number;
}

/**
 * DoGet between two Node processes against pyarrow's server and client, on the same batches, over loopback TCP. The two take turns, and the
 * best of the rounds counts for each.
 *
 *     --sizes 0.0625,1,8   MiB a batch      --total 1024   MiB a reading      --rounds 3      --python <interpreter with pyarrow>
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '0.0625,1,8,32' },
      total: { type: 'string', default: '1024' },
      rounds: { type: 'string', default: '3' },
      python: { type: 'string', default: process.env['ARBALEST_PYTHON'] ?? DEFAULT_PYTHON },
    },
  });
  const peers = { node: NODE_PEER, pyarrow: [values.python, PYTHON_PEER] as const };
  console.log('  batch        Node     pyarrow   ratio   (DoGet, GB/s, best of the rounds)');
  for (const size of values.sizes.split(',').map(Number)) {
    const best = await compare(peers, size, Number(values.total), Number(values.rounds));
    const label = size < 1 ? `${size * 1024} KiB` : `${size} MiB`;
    const ratio = best.node / best.pyarrow;
    console.log(
      `${label.padStart(7)}  ${best.node.toFixed(2).padStart(10)}  ${best.pyarrow.toFixed(2).padStart(10)}  ${ratio.toFixed(2).padStart(6)}`,
    );
  }
}

type Peer = readonly [program: string, script: string];

async function compare(
  peers: { node: Peer; pyarrow: Peer },
  mib: number,
  total: number,
  rounds: number,
): Promise<{ node: number; pyarrow: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-bench-'));
  const servers: ChildProcess[] = [];
  try {
    const file = join(folder, 'batches.arrow');
    const fileBytes = await writeBatches(file, mib * MIB);
    const repeats = String(Math.max(1, Math.round((total * MIB) / fileBytes)));
    const locations = { node: await serve(peers.node, file, servers), pyarrow: await serve(peers.pyarrow, file, servers) };
    const best = { node: 0, pyarrow: 0 };
    for (let round = 0; round < rounds; round++) {
      for (const name of ['pyarrow', 'node'] as const) {
        const reading = await read(peers[name], locations[name], repeats);
        if (reading.bytes < fileBytes * Number(repeats))
          throw new Error(`${name} read ${reading.bytes} bytes of ${fileBytes} × ${repeats}`);
        best[name] = Math.max(best[name], reading.bytes / reading.seconds / 1e9);
      }
    }
    return best;
  } finally {
    await Promise.all(servers.map(stop));
    await rm(folder, { recursive: true });
  }
}

/** Writes batches of two int64 columns, `bytes` each, and returns how many bytes of data there are. */
async function writeBatches(path: string, bytes: number): Promise<number> {
  const rows = Math.floor(bytes / 16);
  const schema = new Schema([new Field('key', new Int64()), new Field('value', new Int64())]);
  const count = Math.max(1, Math.round(FILE_BYTES / bytes));
  const encoder = new ArrowEncoder(schema);
  const messages = function* (): Generator<IpcMessage> {
    yield encoder.schema;
    for (let i = 0; i < count; i++) yield* encoder.encode(makeBatch(schema, rows, i));
  };
  await pipeline(Readable.from(writeIpcFile(messages())), createWriteStream(path));
  return rows * 16 * count;
}

function makeBatch(schema: Schema, rows: number, seed: number): RecordBatch {
  const column = (factor: number) =>
    makeData({ type: new Int64(), length: rows, data: BigInt64Array.from({ length: rows }, (_, row) => BigInt((row + seed) * factor)) });
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows, children: [column(1), column(31)] }));
}

async function serve(peer: Peer, file: string, servers: ChildProcess[]): Promise<string> {
  const server = spawn(peer[0], [peer[1], 'serve', file], { stdio: ['pipe', 'pipe', 'inherit'] });
  servers.push(server);
  return `grpc://127.0.0.1:${await firstLine(server)}`;
}

async function read(peer: Peer, location: string, repeats: string): Promise<Reading> {
  return JSON.parse(
    await firstLine(spawn(peer[0], [peer[1], 'read', location, repeats], { stdio: ['ignore', 'pipe', 'inherit'] })),
  ) as Reading;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new TypeError('The child process has no standard output to read');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${child.spawnargs.join(' ')} has ended without a word`);
}

/** The peers stop when their standard input ends. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = once(server, 'exit');
  server.stdin?.end();
  await exited;
}
