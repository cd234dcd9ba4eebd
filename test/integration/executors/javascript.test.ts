import { executorConformance } from '@arbalest/plugin-sdk/conformance';
import { EXECUTORS, type FunctionDefinition } from '@arbalest/spi';
import { loadOurPlugin } from '../our-plugin.js';

const BIGINT = { id: 'BIGINT' } as const;

const inline = (name: string, code: string): FunctionDefinition => ({
  id: `${name}-1`,
  name,
  kind: 'scalar',
  arguments: [{ name: 'x', type: BIGINT }],
  returns: BIGINT,
  language: 'javascript',
  source: { kind: 'inline', language: 'javascript', code },
  handler: name,
  volatility: 'immutable',
  nulls: 'propagate',
  repeatable: true,
  onError: 'fail',
  timeoutMs: 0,
  options: {},
  requests: {},
});

executorConformance('javascript', {
  open: async () => {
    const { services, close } = await loadOurPlugin('executor-javascript');
    return { executor: services.get(EXECUTORS), close };
  },
  functions: {
    addOne: inline('add_one', '(x) => x + 1n'),
    failing: inline('failing', '(x) => { throw new Error("this row is bad"); }'),
    failure: 'this row is bad',
    endless: inline('endless', '(x) => { while (true); }'),
  },
});
