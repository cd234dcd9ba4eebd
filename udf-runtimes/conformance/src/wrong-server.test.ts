import { FlightClient, type FlightFrame, type FlightHandler, FlightServer, type ReceivedFrame } from '@arbalest/flight';
import { conformanceServer, type UdfServer, whyNoUdfServer } from '@arbalest/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runConformance } from './run-conformance.js';

/** What a wrong server does to the answers of one stream; the first frame is the schema. */
type Fault = (frames: AsyncIterable<ReceivedFrame>) => AsyncIterable<FlightFrame>;

const missing = await whyNoUdfServer('go');
let right: UdfServer | undefined;
beforeAll(async () => {
  if (missing === undefined) right = await conformanceServer('go');
}, 600_000);
afterAll(() => right?.stop());

/** Changes the header of each answer. */
const header = (change: (view: DataView) => void): Fault =>
  async function* (frames) {
    for await (const frame of frames) {
      const appMetadata = frame.appMetadata === undefined ? undefined : new Uint8Array(frame.appMetadata);
      if (appMetadata !== undefined) change(new DataView(appMetadata.buffer));
      yield appMetadata === undefined ? frame : { ...frame, appMetadata };
    }
  };

/** Swaps each answer with the one behind it. */
async function* outOfOrder(frames: AsyncIterable<ReceivedFrame>): AsyncGenerator<FlightFrame> {
  let held: ReceivedFrame | undefined;
  let first = true;
  for await (const frame of frames) {
    if (first || held !== undefined) yield frame;
    if (held !== undefined) yield held;
    held = first || held !== undefined ? undefined : frame;
    first = false;
  }
  if (held !== undefined) yield held;
}

async function failures(fault: Fault, group: string): Promise<string[]> {
  const client = new FlightClient(right!.location);
  const handler: FlightHandler = {
    doAction: (action, { signal }) => client.doAction(action, { signal }),
    doExchange: (frames, { signal }) => fault(client.doExchange(frames, { signal })),
  };
  const proxy = await FlightServer.listen('grpc://127.0.0.1:0', handler);
  try {
    const failed: string[] = [];
    const results = runConformance({ location: proxy.location }, { groups: [group], drain: false, caseTimeoutMs: 4000 });
    for await (const { name, outcome } of results) if (outcome === 'failed') failed.push(name);
    return failed;
  } finally {
    client.close();
    await proxy.close();
  }
}

const FAULTS: readonly (readonly [string, Fault, string, string])[] = [
  ['a wrong batch id', header((view) => view.setBigUint64(8, 9n, true)), 'scalar', 'one batch'],
  ['a wrong number of rows', header((view) => view.setUint32(4, view.getUint32(4, true) + 1, true)), 'scalar', 'one batch'],
  ['a wrong version', header((view) => view.setUint8(0, 2)), 'scalar', 'one batch'],
  ['a flag that means nothing', header((view) => view.setUint16(2, 5, true)), 'scalar', 'one batch'],
  ['no last answer', header((view) => view.setUint16(2, 0, true)), 'table', 'rows in the order of their input'],
  ['answers out of order', outOfOrder, 'scalar', 'many batches in flight are answered in order'],
];

test('a proxy that changes nothing passes', { timeout: 120_000 }, async ({ skip }) => {
  if (missing !== undefined) skip(missing);
  expect(await failures((frames) => frames, 'scalar')).toEqual([]);
});

test.for(FAULTS)('%s is caught', { timeout: 300_000 }, async ([, fault, group, name], { skip }) => {
  if (missing !== undefined) skip(missing);
  expect(await failures(fault, group)).toContain(name);
});
