import { expect, it } from 'vitest';
import { createLog } from './stream-log.js';

it('writes one object a line, with the fields of all logs above it and no secrets', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', format: 'json', write: (line) => lines.push(line), now: () => 0 });
  log.debug('not written');
  log.with({ plugin: 's3' }).warn('Slow', { ms: 5, secretAccessKey: 'x', password: 'y', tokens: 3 });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      time: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      message: 'Slow',
      plugin: 's3',
      ms: 5,
      secretAccessKey: '[redacted]',
      password: '[redacted]',
      tokens: 3,
    },
  ]);
});

it('writes text for people', () => {
  const lines: string[] = [];
  createLog({ level: 'debug', format: 'pretty', write: (line) => lines.push(line), now: () => 0 }).error('Gone', {
    file: 'a b',
    cause: 'x',
  });
  expect(lines).toEqual(['00:00:00.000 ERROR Gone file="a b" cause=x\n']);
});
