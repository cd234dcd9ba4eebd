import { loadConfig } from '@arbalest/kernel';
import { toArbalestError } from '@arbalest/spi';
import { MADE_TOKEN_VARIABLE } from './security/made-token.js';
import { startExecutor } from './start-executor.js';

// An executor as a child process of a standalone cluster. Its argument is JSON: the flags and the configuration file of its parent.
const { flags, file } = JSON.parse(process.argv[2] ?? '{}') as { flags: Record<string, unknown>; file?: string };

/** How long outputs are kept for those who still read them, when the scheduler asks the executor to leave. */
const DRAIN_MS = 600_000;

// Node warns of what gRPC does for TLS to addresses without a name.
process.noDeprecation = true;

try {
  const executor = await startExecutor(loadConfig({ flags, file }), { always: process.env[MADE_TOKEN_VARIABLE]! });
  const stop = () => void executor.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  void executor.askedToLeave.then(() => executor.drain(DRAIN_MS)).then(stop);
  process.once('disconnect', stop);
  // A terminal sends Ctrl-C to the whole group; the parent decides when its children end.
  process.on('SIGINT', () => {});
  executor.ended.catch((error: unknown) => fail(error));
} catch (error) {
  fail(error);
}

function fail(thrown: unknown): never {
  const error = toArbalestError(thrown);
  process.stderr.write(`Executor ${process.pid} ended: ${error.message} (${error.code})\n`);
  process.exit(1);
}
