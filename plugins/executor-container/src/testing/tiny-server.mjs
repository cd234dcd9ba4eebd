// A server of functions without functions, for tests of what starts servers: a program of its own, on the socket that it is told.
import { createServer } from 'node:http2';

const NAME = Buffer.from(
  JSON.stringify({ protocol: 1, runtime: { name: 'tiny', version: '1', language: 'javascript' }, transports: ['socket'], functions: [] }),
);
const HEALTH = Buffer.from('{"status": "ready", "calls": 0}');
const RESULT_BODY = 1;

function varint(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** A gRPC message: no compression, its length, and a Result of DoAction. */
function message(body) {
  const result = Buffer.concat([Buffer.from([(RESULT_BODY << 3) | 2, ...varint(body.length)]), body]);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(result.length, 1);
  return Buffer.concat([prefix, result]);
}

createServer()
  .on('stream', (stream) => {
    const asked = [];
    stream.on('data', (bytes) => asked.push(bytes));
    stream.on('end', () => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(message(Buffer.concat(asked).includes('health') ? HEALTH : NAME));
    });
  })
  .listen(process.env.ARBALEST_UDF_SOCKET, () => console.log(`listening, ${process.env.GREETING}, ${process.env.TOKEN}`));

process.on('SIGTERM', () => {
  console.log('told to end');
  process.exit(0);
});
