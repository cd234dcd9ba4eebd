import { expect, test } from 'vitest';
import { parseLocation } from './location.js';

test.each([
  ['grpc://localhost:8815', 'grpc+tcp', 'localhost:8815'],
  ['grpc+tcp://[::1]:0/', 'grpc+tcp', '[::1]:0'],
  ['grpc+tls://example.org:443', 'grpc+tls', 'example.org:443'],
  ['grpcs://[::1]:443/', 'grpc+tls', '[::1]:443'],
  ['grpc+unix:///tmp/a%20socket', 'grpc+unix', 'unix:/tmp/a socket'],
])('%s', (uri, scheme, target) => {
  expect(parseLocation(uri)).toEqual({ scheme, target });
});

test.each(['localhost:8815', 'http://localhost:8815', 'grpc://localhost', 'grpc://', 'grpc+unix://relative', 'grpc://a:b:1'])(
  '%s is refused with an example',
  (uri) => {
    expect(() => parseLocation(uri)).toThrow(`"${uri}" is not a Flight location; expected grpc://host:port`);
  },
);
