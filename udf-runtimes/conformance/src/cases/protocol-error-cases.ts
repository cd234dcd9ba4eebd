import { encodeBatch } from '../arrow/batch-message.js';
import { shapeOf } from '../arrow/shape.js';
import { type FlightStatus, isFlightError } from '@arbalest/flight';
import type { DataType } from 'apache-arrow';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectStatus } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { CallStream } from '../wire/call-stream.js';
import { encodeHeader, KIND } from '../wire/headers.js';
import { only } from './scalar-cases.js';
import { ints } from './values.js';

const wrong = inGroup('protocol errors');
const input = inputsOf('is_null');
/** A Flight library that decodes batches itself ends the stream before the server has a say. */
const BY_LIBRARY: readonly FlightStatus[] = ['INVALID_ARGUMENT', 'INTERNAL', 'UNKNOWN'];
const batch = () =>
  encodeBatch(
    input.map((field) => shapeOf(field.type as DataType)),
    [ints(1, 2, 3)],
    3,
    'plain',
  );

/** Sends something that the page does not allow: an error of class protocol may come first, then the stream ends with INVALID_ARGUMENT. */
function refused(
  name: string,
  send: (stream: CallStream) => void,
  statuses: readonly FlightStatus[] = ['INVALID_ARGUMENT'],
): ConformanceCase {
  return wrong(name, async (session) => {
    const stream = session.call('is_null', 'scalar', input);
    expectEqual((await only(stream, stream.send([ints(1)]))).columns, [ints(0)], 'A batch before');
    stream.expectAnswer(2, 3);
    send(stream);
    await expectStatus(stream.drain(), statuses, 'The end of the stream');
    const after = session.call('is_null', 'scalar', input);
    expectEqual((await only(after, after.send([ints(1)]))).columns, [ints(0)], 'A stream afterwards');
  });
}

export const protocolErrorCases: readonly ConformanceCase[] = [
  refused('a header of an unknown version', (stream) => stream.send([ints(1)], { version: 9 })),
  refused('a header of an unknown kind', (stream) => stream.send([ints(1)], { kind: 9 })),
  refused('a frame without a header', (stream) => stream.sendFrame(batch())),
  refused('a header that is cut short', (stream) => stream.sendFrame({ ...batch(), appMetadata: encodeHeader({ id: 2 }).subarray(0, 20) })),
  wrong('a frame of kind 1 without a message is refused, or a batch of no rows', withoutMessage),
  refused(
    'a body that is cut short',
    (stream) => {
      const { metadata, body } = batch();
      stream.sendFrame({ metadata, body: body.subarray(0, 8), appMetadata: encodeHeader({ id: 2 }) });
    },
    BY_LIBRARY,
  ),
  refused('shared memory in a stream without it', (stream) =>
    stream.sendFrame({ appMetadata: encodeHeader({ id: 2, kind: KIND.shared, length: 64 }) }),
  ),
  wrong('bytes behind the header are ignored', async (session) => {
    const stream = session.call('is_null', 'scalar', input);
    stream.send([ints(1, 2, 3)]);
    expectEqual((await stream.next()).columns, [ints(0, 0, 0)], 'is_null');
    await stream.end();
    const longer = session.call('is_null', 'scalar', input);
    longer.expectAnswer(1, 3);
    longer.sendFrame({ ...batch(), appMetadata: Buffer.concat([encodeHeader({ id: 1 }), Buffer.from('more')]) });
    expectEqual((await only(longer, 1)).columns, [ints(0, 0, 0)], 'is_null');
  }),
];

async function withoutMessage(session: Session): Promise<void> {
  const stream = session.call('is_null', 'scalar', input);
  expectEqual((await only(stream, stream.send([ints(1)]))).columns, [ints(0)], 'A batch before');
  stream.expectAnswer(2, 0);
  stream.sendFrame({ appMetadata: encodeHeader({ id: 2 }) });
  stream.halfClose();
  try {
    const answers = await stream.drain();
    expectEqual(
      answers.map(({ header }) => [header.id, header.rows]),
      [[2, 0]],
      'Answers that are no error: batch id and rows',
    );
  } catch (error) {
    if (!isFlightError(error) || error.status !== 'INVALID_ARGUMENT') throw error;
  }
}
