import type { CreateFunction, DescribedFunction, StatementBody } from '@arbalest/spi';
import { expect, test } from 'vitest';
import {
  createFake,
  describeRequest,
  descriptionResult,
  type FakeExecutorOptions,
  fakeDescribed,
  SchedulerFixture,
  settled,
} from '../testing/index.js';

const VARCHAR = { id: 'VARCHAR' } as const;
const DOUBLE = { id: 'DOUBLE' } as const;
const BIGINT = { id: 'BIGINT' } as const;

const SHOW: Record<string, StatementBody> = {
  'SHOW FUNCTIONS': { kind: 'show-functions' },
  DESCRIBE: { kind: 'describe-function', name: 'Sentiment' },
  DROP: { kind: 'drop-function', name: 'sentiment', ifExists: false },
  'DROP IF EXISTS': { kind: 'drop-function', name: 'sentiment', ifExists: true },
  'DROP DOUBLE': { kind: 'drop-function', name: 'sentiment', arguments: [DOUBLE], ifExists: false },
};

/** An executor that answers every question with these functions. */
function describing(functions: readonly DescribedFunction[], more: Parameters<typeof descriptionResult>[1] = {}): FakeExecutorOptions {
  return {
    functionSources: ['image', 'address', 'inline'],
    onLaunch: (executor, launch) =>
      void descriptionResult(functions, more).then((inline) => executor.finish(launch, { rows: [1], inline })),
  };
}

function cluster(statements: Record<string, StatementBody>, executor: FakeExecutorOptions = describing([fakeDescribed()])) {
  return SchedulerFixture.start({ statements: { ...SHOW, ...statements }, executors: [{ id: 'a', ...executor }] });
}

test('a function is made when its source has it, with the digest that the image had then', async () => {
  await using world = await cluster({ CREATE: createFake() });
  expect((await world.run('CREATE')).finished).toMatchObject({ tag: 'CREATE FUNCTION' });
  expect(describeRequest(world.executor('a').fragments.values().next().value!)).toEqual({
    source: { kind: 'image', image: 'acme/nlp:1.4' },
    requests: {},
    declared: { name: 'sentiment', kind: 'scalar', arguments: [{ name: 'review', type: VARCHAR }], returns: DOUBLE },
  });
  expect((await world.run('SHOW FUNCTIONS')).rows).toEqual([
    {
      name: 'sentiment',
      kind: 'scalar',
      arguments: 'review VARCHAR',
      returns: 'DOUBLE',
      language: 'python',
      source: 'acme/nlp:1.4',
      digest: 'sha256:1',
      volatility: 'volatile',
      doc: null,
    },
  ]);
  expect((await world.service.listNames({})).names).toContainEqual({ name: 'sentiment', kind: 'function', parent: '', type: 'DOUBLE' });
});

test('a function that is there is replaced only if that is asked for, and then has another id', async () => {
  await using world = await cluster({
    CREATE: createFake(),
    REPLACE: createFake({ orReplace: true, options: { volatility: 'stable' } }),
    'IF NOT EXISTS': createFake({ ifNotExists: true, options: { volatility: 'immutable' } }),
  });
  await world.run('CREATE');
  const property = async (name: string) => (await world.run('DESCRIBE')).rows.find((row) => row['property'] === name)!['value'];
  const first = await property('id');
  expect((await world.run('CREATE')).failed).toMatchObject({
    code: 'FUNCTION_EXISTS',
    message: 'There is a function sentiment(VARCHAR) already; CREATE OR REPLACE FUNCTION replaces it',
  });
  expect((await world.run('IF NOT EXISTS')).finished).toMatchObject({ tag: 'CREATE FUNCTION', tasks: 0 });
  expect(await property('volatility')).toBe('volatile');
  await world.run('REPLACE');
  expect(await property('volatility')).toBe('stable');
  expect(await property('id')).not.toBe(first);
});

test('of two statements that make the same function at once one wins', async () => {
  const waiting: (() => void)[] = [];
  const executor: FakeExecutorOptions = {
    slots: 2,
    functionSources: ['image'],
    onLaunch: (self, launch) =>
      waiting.push(() => void descriptionResult([fakeDescribed()]).then((inline) => self.finish(launch, { rows: [1], inline }))),
  };
  await using world = await cluster({ CREATE: createFake(), 'IF NOT EXISTS': createFake({ ifNotExists: true }) }, executor);
  const all = [await world.submit('CREATE'), await world.submit('CREATE'), await world.submit('IF NOT EXISTS')];
  while (all.some((one) => !one.finished && !one.failed)) {
    for (const answer of waiting.splice(0)) answer();
    await settled();
  }
  expect(all.map((one) => one.failed?.code ?? one.finished?.tag)).toEqual(['CREATE FUNCTION', 'FUNCTION_EXISTS', 'CREATE FUNCTION']);
});

test.each<[string, Partial<CreateFunction>, Partial<DescribedFunction>, object]>([
  [
    'a handler that is not there',
    { handler: 'sentimet' },
    {},
    {
      code: 'FUNCTION_HANDLER',
      candidates: ['sentiment'],
      message: "Image 'acme/nlp:1.4' has no function 'sentimet'; did you mean sentiment?",
    },
  ],
  [
    'another result',
    {},
    { returns: { id: 'FLOAT' } },
    {
      code: 'FUNCTION_SIGNATURE',
      message:
        "Function sentiment is not what image 'acme/nlp:1.4' has:\n  declared: sentiment(review VARCHAR) RETURNS DOUBLE\n  there:    sentiment(text VARCHAR) RETURNS FLOAT",
    },
  ],
  ['more arguments', {}, { arguments: [] }, { code: 'FUNCTION_SIGNATURE' }],
  ['arguments of other types', { arguments: [{ name: 'x', type: BIGINT }] }, {}, { code: 'FUNCTION_SIGNATURE' }],
  ['another kind', {}, { kind: 'aggregate' }, { message: expect.stringContaining('there:    aggregate sentiment(text VARCHAR)') }],
  ['an option that there is not', { options: { volatilty: 'stable' } }, {}, { code: 'FUNCTION_OPTION', candidates: ['volatility'] }],
  ['a language without its source', { language: 'remote' }, {}, { code: 'FUNCTION_LANGUAGE' }],
])('%s is refused, and nothing is made', async (_, create, described, error) => {
  await using world = await cluster({ CREATE: createFake(create) }, describing([fakeDescribed(described)]));
  expect((await world.run('CREATE')).failed).toMatchObject({ family: 'user', ...error });
  expect((await world.run('SHOW FUNCTIONS')).rows).toEqual([]);
});

test('a handler, a name in another case, and columns of other names are found', async () => {
  const rows = (names: readonly string[]) => ({ id: 'STRUCT', fields: names.map((name) => ({ name, type: BIGINT })) }) as const;
  const table = fakeDescribed({ name: 'Series', kind: 'table', arguments: [], returns: rows(['i']) });
  const series = { functionKind: 'table', arguments: [], returns: rows(['number']) } as const;
  await using world = await cluster(
    { HANDLER: createFake({ name: 'mood', handler: 'sentiment' }), CASE: createFake({ name: 'series', ...series }) },
    describing([fakeDescribed(), table]),
  );
  await world.run('HANDLER');
  await world.run('CASE');
  expect((await world.run('SHOW FUNCTIONS')).rows).toMatchObject([
    { name: 'mood', kind: 'scalar' },
    { name: 'series', kind: 'table', returns: 'TABLE(number BIGINT)' },
  ]);
});

test('what WITH says counts before what the source says, and that before what is safe', async () => {
  const described = fakeDescribed({ volatility: 'immutable', nulls: 'propagate', doc: 'How friendly a text is' });
  await using world = await cluster(
    {
      CREATE: createFake({
        options: {
          volatility: 'stable',
          on_error: 'table',
          error_table: 'main.errors',
          timeout: '30s',
          memory: '512MB',
          'env.model': 'large',
          'options.threshold': 0.5,
        },
      }),
    },
    describing([described]),
  );
  await world.run('CREATE');
  expect(describeRequest(world.executor('a').fragments.values().next().value!).requests).toEqual({
    memoryBytes: 512_000_000,
    environment: { MODEL: 'large' },
  });
  const { rows } = await world.run('DESCRIBE');
  expect(new Set(rows.map((row) => row['function']))).toEqual(new Set(['sentiment(VARCHAR)']));
  expect(Object.fromEntries(rows.map((row) => [row['property'], row['value']]))).toMatchObject({
    kind: 'scalar',
    image: 'acme/nlp:1.4',
    digest: 'sha256:1',
    volatility: 'stable',
    nulls: 'propagate',
    repeatable: 'true',
    on_error: 'table',
    error_table: 'main.errors',
    timeout: '30000ms',
    memory: '512000000B',
    env: 'MODEL',
    'options.threshold': '0.5',
    doc: 'How friendly a text is',
  });
});

test('without an executor that can call it a function is not made', async () => {
  await using world = await cluster({ CREATE: createFake() }, { functionSources: ['inline'] });
  expect((await world.run('CREATE')).failed).toMatchObject({
    family: 'user',
    code: 'NO_FUNCTION_ENGINE',
    message: expect.stringContaining("'@arbalest/executor-container'"),
  });
});

test('what the engine says of a source reaches the client whole', async () => {
  const error = { family: 'user', code: 'FUNCTION_FAILED', message: 'ImportError: torch', notes: ['Traceback …', 'container log: boom'] };
  await using world = await cluster(
    { CREATE: createFake() },
    { functionSources: ['image'], onLaunch: (executor, launch) => executor.fail(launch, error) },
  );
  expect((await world.run('CREATE')).failed).toMatchObject(error);
  expect(world.executor('a').launches).toHaveLength(1);
});

test('an engine that answers with something else is an error of ours, not a function', async () => {
  await using world = await cluster({ CREATE: createFake() }, describing([{ name: 'sentiment' } as DescribedFunction]));
  expect((await world.run('CREATE')).failed).toMatchObject({ family: 'internal', code: 'FUNCTION_DESCRIPTION' });
});

test('overloads are told apart by their types, and dropped by them', async () => {
  await using world = await cluster(
    {
      TEXT: createFake(),
      NUMBER: createFake({ arguments: [{ name: 'stars', type: DOUBLE }], handler: 'stars' }),
      'DROP BIGINT': { kind: 'drop-function', name: 'sentiment', arguments: [BIGINT], ifExists: false },
      'DROP OTHER': { kind: 'drop-function', name: 'sentimet', ifExists: false },
      AGGREGATE: createFake({ functionKind: 'aggregate', arguments: [{ name: 'x', type: BIGINT }] }),
    },
    describing([fakeDescribed(), fakeDescribed({ name: 'stars', arguments: [{ name: 's', type: DOUBLE }] })]),
  );
  await world.run('TEXT');
  await world.run('NUMBER');
  expect((await world.run('AGGREGATE')).failed).toMatchObject({ code: 'FUNCTION_KIND' });
  expect((await world.run('DROP')).failed).toMatchObject({
    code: 'FUNCTION_AMBIGUOUS',
    candidates: ['sentiment(DOUBLE)', 'sentiment(VARCHAR)'],
  });
  expect((await world.run('DROP BIGINT')).failed).toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
    message: 'There is no function sentiment(BIGINT), but sentiment(DOUBLE), sentiment(VARCHAR)',
  });
  expect((await world.run('DROP OTHER')).failed).toMatchObject({ code: 'FUNCTION_NOT_FOUND', candidates: ['sentiment'] });
  expect((await world.run('DROP DOUBLE')).finished).toMatchObject({ tag: 'DROP FUNCTION' });
  expect((await world.run('DROP')).finished).toBeDefined();
  expect((await world.run('DROP')).failed).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  expect((await world.run('DROP IF EXISTS')).finished).toBeDefined();
  expect((await world.run('DESCRIBE')).failed).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});

test('all functions of an image are made at once, under a prefix, or none', async () => {
  const all = (more = {}): StatementBody => ({
    kind: 'create-functions-from-image',
    image: 'acme/nlp:1.4',
    options: {},
    orReplace: false,
    ...more,
  });
  const functions = [fakeDescribed({ doc: 'How friendly' }), fakeDescribed({ name: 'upper', returns: VARCHAR, volatility: 'immutable' })];
  await using world = await cluster(
    { ALL: all(), PREFIX: all({ prefix: 'nlp' }), REPLACE: all({ prefix: 'nlp', orReplace: true }) },
    describing(functions),
  );
  expect((await world.run('ALL')).failed).toMatchObject({
    code: 'FUNCTION_NAME_TAKEN',
    message: expect.stringContaining('already: upper'),
  });
  const made = await world.run('PREFIX');
  expect(made.finished).toMatchObject({ tag: 'CREATE FUNCTIONS 2', rows: 2 });
  expect(made.rows).toEqual([
    { name: 'nlp_sentiment', kind: 'scalar', arguments: 'text VARCHAR', returns: 'DOUBLE', doc: 'How friendly' },
    { name: 'nlp_upper', kind: 'scalar', arguments: 'text VARCHAR', returns: 'VARCHAR', doc: null },
  ]);
  expect((await world.run('PREFIX')).failed).toMatchObject({ code: 'FUNCTION_EXISTS' });
  expect((await world.run('REPLACE')).finished).toBeDefined();
  expect((await world.run('SHOW FUNCTIONS')).rows).toMatchObject([
    { name: 'nlp_sentiment', language: 'python', digest: 'sha256:1' },
    { name: 'nlp_upper', volatility: 'immutable' },
  ]);
});

test('an image with nothing in it, or with names that differ only in case, makes nothing', async () => {
  const all: StatementBody = { kind: 'create-functions-from-image', image: 'x', options: {}, orReplace: false };
  await using empty = await cluster({ ALL: all }, describing([]));
  expect((await empty.run('ALL')).failed).toMatchObject({ code: 'FUNCTION_NONE' });
  await using twins = await cluster({ ALL: all }, describing([fakeDescribed(), fakeDescribed({ name: 'Sentiment' })]));
  expect((await twins.run('ALL')).failed).toMatchObject({ code: 'FUNCTION_TWICE' });
});

test('a create that is cancelled makes nothing', async () => {
  await using world = await cluster({ CREATE: createFake() }, { functionSources: ['image'] });
  const create = await world.submit('CREATE');
  create.cancel();
  await create.done;
  expect(create.failed).toMatchObject({ family: 'cancelled' });
  expect((await world.run('SHOW FUNCTIONS')).rows).toEqual([]);
});
