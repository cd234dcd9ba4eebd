import { expect, test } from 'vitest';
import { parseSchedulerUrls } from './scheduler-url.js';

const targets = (text: string) => parseSchedulerUrls(text).map(({ target }) => target);

test('several schedulers share the scheme of the first, or name their own', () => {
  expect(targets('grpc://h1:50050,h2:50051')).toEqual(['h1:50050', 'h2:50051']);
  expect(targets('grpc+tls://h1:1, grpc+tls://h2:2/')).toEqual(['h1:1', 'h2:2']);
  expect(targets('grpcs://h1:1,h2:2')).toEqual(['h1:1', 'h2:2']);
  expect(parseSchedulerUrls('grpcs://h1:1,grpc+tls://h1:1').map(({ secure }) => secure)).toEqual([true]);
  expect(targets('grpc+unix:///a,/b')).toEqual(['unix:/a', 'unix:/b']);
  expect(targets('grpc://h1:1,h1:1')).toEqual(['h1:1']);
});

test('what is none of them says what one looks like', () => {
  for (const text of ['', 'grpc://h1:1,', 'h1:1', 'grpc://h1:1,http://h2:1', 'grpc://h1'])
    expect(() => parseSchedulerUrls(text)).toThrow(expect.objectContaining({ code: 'CONNECT_URL' }));
  expect(() => parseSchedulerUrls('grpc://h1:1,grpc+tls://h2:1')).toThrow('with and without TLS');
});
