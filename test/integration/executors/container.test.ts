import { join } from 'node:path';
import { executorConformance } from '@arbalest/plugin-sdk/conformance';
import { EXECUTORS, type FunctionDefinition } from '@arbalest/spi';
import { udfPython, whyNoUdfServer, workspaceRoot } from '@arbalest/test-kit';
import { describe } from 'vitest';
import { loadOurPlugin } from '../our-plugin.js';

const BIGINT = { id: 'BIGINT' } as const;
const IMAGE = 'conformance/executor';
const RUNTIME = join(workspaceRoot, 'udf-runtimes/python');
const FUNCTIONS = join(workspaceRoot, 'test/integration/executors/python-functions.py');
const why = await whyNoUdfServer('python');
if (why !== undefined) console.warn(`The engine that calls functions in containers is not held to the suite: ${why}`);

const inPython = (name: string): FunctionDefinition => ({
  id: `${name}-1`,
  name,
  kind: 'scalar',
  arguments: [{ name: 'x', type: BIGINT }],
  returns: BIGINT,
  language: 'python',
  source: { kind: 'image', image: IMAGE },
  handler: name,
  volatility: 'immutable',
  nulls: 'propagate',
  repeatable: true,
  onError: 'fail',
  timeoutMs: 0,
  options: {},
  requests: {},
});

/** As processes in place of containers: what the engine owes is the same, and the sandbox has tests of its own. */
async function commands() {
  const python = await udfPython();
  return { [IMAGE]: { command: [python, '-m', 'arbalest_udf', FUNCTIONS], environment: { PYTHONPATH: RUNTIME, PYTHONUNBUFFERED: '1' } } };
}

describe.skipIf(why !== undefined)('in processes', () => {
  executorConformance('container', {
    open: async () => {
      const config = { process: { enabled: true, commands: await commands() }, docker: { socket: '/nowhere/docker.sock' } };
      const { services, close } = await loadOurPlugin('executor-container', [], { config });
      return { executor: services.get(EXECUTORS), close };
    },
    functions: { addOne: inPython('add_one'), failing: inPython('failing'), failure: 'this row is bad', endless: inPython('endless') },
  });
});
