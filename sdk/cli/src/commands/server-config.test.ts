import { expect, test } from 'vitest';
import { UsageError } from '../exit-code.js';
import { flightSqlOption, httpOption } from './server-config.js';

test('Flight SQL listens where the flag says, and openly only where that is said too', () => {
  expect(flightSqlOption({})).toEqual({});
  expect(flightSqlOption({ insecure: true })).toEqual({});
  expect(flightSqlOption({ flightsql: '127.0.0.1:32010' })).toEqual({ flightsql: { host: '127.0.0.1', port: 32010 } });
  expect(flightSqlOption({ flightsql: '[::]:0', insecure: true })).toEqual({ flightsql: { host: '::', port: 0, insecure: true } });
});

test('what is no address is refused, with one that is', () => {
  expect(() => flightSqlOption({ flightsql: '32010' })).toThrow(
    new UsageError('--flightsql 32010 is no address; wanted HOST:PORT, e.g. 127.0.0.1:32010'),
  );
  expect(() => httpOption('localhost:70000')).toThrow(/^--http localhost:70000 is no address/);
  expect(httpOption('off')).toEqual({ enabled: false });
});
