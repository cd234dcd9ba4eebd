import type { InlineResult } from '@arbalest/scheduler/testing';
import type { Content } from '../data/rows.js';

/** An output that travels with its task's status: the scheduler hands it on and never looks into it. */
export function encodeContent({ partitions, versions }: Content): InlineResult {
  const rows = partitions.flat();
  return {
    schema: new Uint8Array(0),
    batches: [{ rows: rows.length, metadata: Buffer.from(JSON.stringify([...versions])), body: Buffer.from(JSON.stringify(rows)) }],
  };
}

export function decodeContent({ batches }: InlineResult): Content {
  const [batch] = batches!;
  const parse = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());
  return { partitions: [parse(batch!.body!) as number[]], versions: new Set(parse(batch!.metadata!) as string[]) };
}
