import { FlightClient, type FlightFrame, type FlightHandler, FlightServer, type ReceivedFrame } from '@arbalest/flight';
import { conformanceServer, type UdfServer, whyNoUdfServer } from '@arbalest/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runConformance } from './run-conformance.js';
import type { CaseResult } from './target.js';

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

const PATIENCE_MS = 1000;

/** What the suite says of the faulty server, up to the case that is looked for. */
async function failures(fault: Fault, group: string, until?: string): Promise<CaseResult[]> {
  const client = new FlightClient(right!.location);
  const handler: FlightHandler = {
    doAction: (action, { signal }) => client.doAction(action, { signal }),
    doExchange: (frames, { signal }) => fault(client.doExchange(frames, { signal })),
  };
  const proxy = await FlightServer.listen('grpc://127.0.0.1:0', handler);
  try {
    const failed: CaseResult[] = [];
    const patience = until === undefined ? {} : { caseTimeoutMs: PATIENCE_MS };
    for await (const result of runConformance({ location: proxy.location }, { groups: [group], drain: false, ...patience })) {
      if (result.outcome === 'failed') failed.push(result);
      if (result.name === until) break;
    }
    return failed;
  } finally {
    client.close();
    await proxy.close();
  }
}

/** The fault; the group and the case that catches it; what is said of it. */
const FAULTS: readonly (readonly [string, Fault, string, string, RegExp])[] = [
  ['a wrong batch id', header((view) => view.setBigUint64(8, 9n, true)), 'scalar', 'one batch', /batch id: expected 1, met 9/],
  [
    'a wrong number of rows',
    header((view) => view.setUint32(4, view.getUint32(4, true) + 1, true)),
    'scalar',
    'one batch',
    /^Rows of the answer/,
  ],
  ['a wrong version', header((view) => view.setUint8(0, 2)), 'scalar', 'one batch', /^Version of an answer header/],
  ['a flag that means nothing', header((view) => view.setUint16(2, 5, true)), 'scalar', 'one batch', /^Unknown flags/],
  ['no last answer', header((view) => view.setUint16(2, 0, true)), 'table', 'rows in the order of their input', /^No end after/],
  ['answers out of order', outOfOrder, 'scalar', 'many batches in flight are answered in order', /batch id: expected 1, met 2/],
];

test('a proxy that changes nothing passes', { timeout: 120_000 }, async ({ skip }) => {
  if (missing !== undefined) skip(missing);
  expect(await failures((frames) => frames, 'scalar')).toEqual([]);
});

test.for(FAULTS)('%s is caught', { timeout: 120_000 }, async ([, fault, group, name, message], { skip }) => {
  if (missing !== undefined) skip(missing);
  const caught = (await failures(fault, group, name)).find((result) => result.name === name);
  expect(caught?.message).toMatch(message);
});
