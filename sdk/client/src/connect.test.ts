import { expect, test } from 'vitest';
import { connect } from './connect.js';

test('an option that is misspelt is an error that names those that there are', async () => {
  const misspelt = { executor: 2 } as object;
  await expect(connect(misspelt)).rejects.toMatchObject({
    code: 'CONNECT_OPTION',
    message: 'connect() has no option "executor"; it has: settings, baseDirectory, executors, threads, memory, config, cwd',
  });
  await expect(connect('grpc://127.0.0.1:1', misspelt)).rejects.toMatchObject({ code: 'CONNECT_OPTION' });
});
