import { expect, test } from 'vitest';
import { functionOptions } from './function-options.js';

test('nothing said is what is safe', () => {
  expect(functionOptions({})).toEqual({ onError: 'fail', timeoutMs: 0, options: {}, requests: {} });
});

test('every option', () => {
  expect(
    functionOptions({
      volatility: 'Stable',
      nulls: 'propagate',
      repeatable: 'yes',
      on_error: 'table',
      error_table: '"my errors".main.e',
      timeout: '5min',
      memory: '2 GiB',
      cpus: '0.5',
      network: 'data',
      env: { Region: 'eu' },
      'env.model': 'large',
      secrets: 'token, password',
      gpus: 1,
      runtime: 'runsc',
      port: 8815,
      options: '{"Threshold": 0.5}',
      'options.mode': true,
    }),
  ).toEqual({
    volatility: 'stable',
    nulls: 'propagate',
    repeatable: true,
    onError: 'collect',
    errorTable: { catalog: 'my errors', schema: 'main', name: 'e' },
    timeoutMs: 300_000,
    options: { threshold: '0.5', mode: 'true' },
    requests: {
      memoryBytes: 2 ** 31,
      cpus: 0.5,
      network: 'data',
      environment: { Region: 'eu', MODEL: 'large' },
      secrets: ['token', 'password'],
      gpus: 1,
      runtime: 'runsc',
      port: 8815,
    },
  });
});

test('the word null is a policy; a table alone asks to collect', () => {
  expect(functionOptions({ on_error: null })).toMatchObject({ onError: 'null' });
  expect(functionOptions({ error_table: 'errors' })).toMatchObject({ onError: 'collect', errorTable: { name: 'errors' } });
});

test.each([
  [{ memry: '1GB' }, "A function has no option 'memry'; did you mean memory?"],
  [{ threshold: 0.5 }, /there are: cpus, env, .*, env.NAME and, for what the function itself understands, options.NAME/],
  [{ volatility: 'never' }, 'The option volatility wants immutable, stable or volatile, not "never"'],
  [{ repeatable: 'perhaps' }, 'wants true or false'],
  [{ timeout: 'soon' }, 'wants a length of time'],
  [{ memory: 'much' }, 'wants a size'],
  [{ memory: '0MB' }, 'wants a size'],
  [{ cpus: 0 }, 'wants a number above 0'],
  [{ gpus: 1.5 }, 'wants a whole number'],
  [{ port: 70_000 }, 'wants a port'],
  [{ secrets: '' }, 'wants names'],
  [{ env: 'A=b' }, 'wants names with their values'],
  [{ env: { A: [] } }, 'The option env.A wants text'],
  [{ error_table: 'a.b.c.d' }, 'wants a table'],
  [{ on_error: 'table' }, 'name it with error_table'],
  [{ on_error: 'fail', error_table: 'e' }, "on_error is 'fail'"],
])('%j is refused', (options, message) => {
  expect(() => functionOptions(options)).toThrow(message);
});
