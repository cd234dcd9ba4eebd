import { ArrowEncoder, decodeBatches, messageKind, singleBody } from '@arbalest/flight';
import type { InvokeNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  type DataType,
  DESCRIBE_FUNCTIONS,
  type DescribeFunctionsRequest,
  type FragmentExecution,
  type FragmentRequest,
  type FunctionDefinition,
  type FunctionOperation,
  isArbalestError,
  silentLog,
} from '@arbalest/spi';
import { type Data, Field, makeData, RecordBatch, Schema, Struct } from 'apache-arrow';
import { afterAll, describe, expect, it } from 'vitest';
import { JavaScriptEngine } from './javascript-engine.js';
import { arrowType } from './values/arrow-type.js';
import { writeColumn } from './values/write-column.js';
import type { Primitive } from './worker/worker-main.js';

const engine = new JavaScriptEngine({ timeoutMs: 2000, memoryMb: 64, maxThreads: 2, log: silentLog });
afterAll(() => engine.close());

const type = (id: string): DataType => ({ id }) as DataType;
const BIGINT = type('BIGINT');
let made = 0;

function definition(code: string, more: Partial<FunctionDefinition> = {}): FunctionDefinition {
  return {
    id: `f${++made}`,
    name: 'acme',
    kind: 'scalar',
    arguments: [],
    returns: BIGINT,
    language: 'javascript',
    source: { kind: 'inline', language: 'javascript', code },
    handler: 'acme',
    volatility: 'immutable',
    nulls: 'call',
    repeatable: true,
    onError: 'fail',
    timeoutMs: 0,
    options: {},
    requests: {},
    ...more,
  };
}

interface Column {
  readonly type: DataType;
  readonly values: readonly Primitive[];
}

interface Asked {
  readonly fn: FunctionDefinition;
  readonly columns: readonly Column[];
  readonly returns: DataType;
  readonly operation?: FunctionOperation;
  readonly when?: number;
  readonly signal?: AbortSignal;
}

function request({ fn, columns, returns, operation = 'scalar', when, signal = new AbortController().signal }: Asked): FragmentRequest {
  const fields = columns.map((column, i) => ({ name: `c${i}`, type: column.type, nullable: true }));
  const args = columns.flatMap((column, index) => (index === when ? [] : [{ kind: 'column' as const, index, type: column.type }]));
  const plan: InvokeNode = {
    kind: 'invoke',
    input: { kind: 'input', input: 0, fields },
    keep: [],
    calls: [
      {
        function: 0,
        operation,
        name: fn.name,
        args,
        type: returns,
        ...(when === undefined ? {} : { when: { kind: 'column', index: when, type: type('BOOLEAN') } }),
      },
    ],
  };
  return {
    id: 'job/0/0/0',
    plan,
    scans: [],
    inputs: [{ fields, open: async () => stream(columns) }],
    functions: [fn],
    settings: {},
    memoryBytes: 1e9,
    threads: 1,
    spillDirectory: '',
    batchBytes: 1e6,
    signal,
  };
}

function stream(columns: readonly Column[]) {
  const schema = new Schema(columns.map((column, i) => new Field(`c${i}`, arrowType(column.type), true)));
  const children = columns.map((column): Data => writeColumn(column.values, column.type, 'test'));
  const rows = columns[0]?.values.length ?? 0;
  const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows, children }));
  const encoder = new ArrowEncoder(schema);
  const batches = encoder
    .encode(batch)
    .filter(({ metadata }) => messageKind(metadata) === 'batch')
    .map(({ metadata, body }): ArrowBatch => ({ rows, metadata, body: singleBody(body) }));
  return {
    schema: { message: encoder.schema.metadata },
    batches: (async function* () {
      yield* batches;
    })(),
  };
}

async function valuesOf(execution: FragmentExecution): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  const frames = async function* () {
    yield { metadata: execution.schema.message, body: new Uint8Array(0) };
    for await (const { metadata, body } of execution.batches) yield { metadata, body };
  };
  for await (const batch of decodeBatches(frames())) values.push(...(batch.getChildAt(0) as Iterable<unknown>));
  return values;
}

async function call(asked: Asked): Promise<readonly unknown[]> {
  return valuesOf(await engine.execute(request(asked)));
}

async function failure(work: Promise<unknown>): Promise<{ code: string; message: string; notes: readonly string[] }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isArbalestError(error)) throw new Error(`no error of ours: ${String(error)}`);
  return { code: error.code, message: error.message, notes: error.details.notes ?? [] };
}

const bigints = (...values: (bigint | null)[]): Column => ({ type: BIGINT, values });

describe('calls', () => {
  it('scalars, with NULL as null', async () => {
    const columns = [bigints(1n, null, 3n), bigints(10n, 20n, 30n)];
    expect(await call({ fn: definition('(a, b) => a === null ? null : a * 2n + b'), columns, returns: BIGINT })).toEqual([12n, null, 36n]);
  });

  it('nothing for rows with a NULL where NULL propagates', async () => {
    const fn = definition('(a) => { if (a === null) throw new Error("called"); return a + 1n; }', { nulls: 'propagate' });
    expect(await call({ fn, columns: [bigints(1n, null)], returns: BIGINT })).toEqual([2n, null]);
  });

  it('only the rows that the guard lets through', async () => {
    const guard: Column = { type: type('BOOLEAN'), values: [true, false, null] };
    const fn = definition('(a) => { if (a !== 1n) throw new Error("called"); return a; }');
    expect(await call({ fn, columns: [bigints(1n, 2n, 3n), guard], when: 1, returns: BIGINT })).toEqual([1n, null, null]);
  });

  it.each([
    ['BOOLEAN', [true, false, null]],
    ['TINYINT', [-128, 127, null]],
    ['UINTEGER', [0, 4294967295]],
    ['BIGINT', [-(2n ** 63n), 2n ** 63n - 1n]],
    ['UBIGINT', [2n ** 64n - 1n]],
    ['DOUBLE', [0.5, -1e300, null]],
    ['VARCHAR', ['', 'žluťoučký 🐎', null]],
    ['UUID', ['6fa459ea-ee8a-3ca4-894e-db77e160355e']],
    ['JSON', ['{"a": 1}']],
  ] as const)('%s goes in and out', async (id, values) => {
    expect(await call({ fn: definition('(value) => value'), columns: [{ type: type(id), values }], returns: type(id) })).toEqual(values);
  });

  it.each([
    ['HUGEINT', { id: 'HUGEINT' }, -(2n ** 100n), 'bigint'],
    ['DECIMAL', { id: 'DECIMAL', width: 38, scale: 10 }, '-1234567890123456789012345678.0000000001', 'string'],
    ['DATE', { id: 'DATE' }, '1969-12-31', 'string'],
    ['TIME', { id: 'TIME' }, '23:59:59.000001', 'string'],
    ['TIMESTAMP', { id: 'TIMESTAMP' }, '1955-11-05 06:15:00.123456', 'string'],
    ['TIMESTAMP_NS', { id: 'TIMESTAMP_NS' }, '2026-11-22 12:00:00.123456789', 'string'],
    ['TIMESTAMP WITH TIME ZONE', { id: 'TIMESTAMP WITH TIME ZONE' }, '2026-11-22 12:00:00', 'string'],
  ] as const)('%s is seen as text or bigint, and taken back', async (_, sql, value, seen) => {
    const fn = definition(`(v) => { if (typeof v !== '${seen}') throw new Error(typeof v); return v; }`);
    const text = definition('(v) => String(v)');
    const columns = [{ type: sql as DataType, values: [value] }];
    expect(await call({ fn: text, columns, returns: type('VARCHAR') })).toEqual([String(value)]);
    expect(await call({ fn, columns, returns: sql })).toHaveLength(1);
  });

  it('bytes as Uint8Array', async () => {
    const fn = definition('(bytes) => bytes.map((byte) => 255 - byte)');
    const [value] = await call({ fn, columns: [{ type: type('BLOB'), values: ['\x00\xff\x80'] }], returns: type('BLOB') });
    expect([...(value as Uint8Array)]).toEqual([255, 0, 127]);
  });

  it('nested values as arrays and objects', async () => {
    const pair: DataType = {
      id: 'STRUCT',
      fields: [
        { name: 'a', type: type('INTEGER') },
        { name: 'b', type: { id: 'LIST', child: type('VARCHAR') } },
      ],
    };
    const fn = definition('({ a, b }) => ({ a: a + 1, b: [...b, "x"] })');
    const [value] = await call({ fn, columns: [{ type: pair, values: ['{"a": 1, "b": ["y", null]}'] }], returns: pair });
    expect(JSON.parse(JSON.stringify(value))).toEqual({ a: 2, b: ['y', null, 'x'] });
  });

  it('options come last', async () => {
    const fn = definition('(a, { unit }) => `${a} ${unit}`', { options: { unit: 'km' } });
    expect(await call({ fn, columns: [bigints(5n)], returns: type('VARCHAR') })).toEqual(['5 km']);
  });

  it('table functions give a list of rows for each row', async () => {
    const rows: DataType = { id: 'LIST', child: { id: 'STRUCT', fields: [{ name: 'i', type: type('INTEGER') }] } };
    const fn = definition('function* (n) { for (let i = 0; i < n; i++) yield { i }; }', { kind: 'table' });
    const lists = await call({ fn, columns: [bigints(2n, 0n)], returns: rows, operation: 'table' });
    expect(JSON.parse(JSON.stringify(lists))).toEqual([[{ i: 0 }, { i: 1 }], []]);
  });
});

describe('aggregates', () => {
  const mean =
    '({ init: () => [0, 0], update: ([s, n], x) => [s + x, n + 1], merge: (a, b) => [a[0] + b[0], a[1] + b[1]], finish: ([s, n]) => (n === 0 ? null : s / n) })';
  const fn = definition(mean, { kind: 'aggregate', nulls: 'propagate', arguments: [{ name: 'x', type: type('DOUBLE') }] });
  const groups: Column = { type: { id: 'LIST', child: type('DOUBLE') }, values: ['[1, 2, 6]', '[null]', null] };

  it('in one go', async () => {
    expect(await call({ fn, columns: [groups], returns: type('DOUBLE'), operation: 'complete' })).toEqual([3, null, null]);
  });

  it('by states that are merged', async () => {
    const states = await call({ fn, columns: [groups], returns: type('BLOB'), operation: 'update' });
    const texts = states.map((state) => Buffer.from(state as Uint8Array).toString());
    expect(texts).toEqual(['[9,3]', '[0,0]', '[0,0]']);
  });
});

describe('errors', () => {
  it('fail with the function, its message and its stack', async () => {
    const { code, message, notes } = await failure(call({ fn: definition('(a) => { throw new RangeError("no " + a); }'), columns: [bigints(7n)], returns: BIGINT })); // prettier-ignore
    expect([code, message]).toEqual(['FUNCTION_FAILED', 'Function acme failed: RangeError: no 7']);
    expect(notes[0]).toContain('function.js');
  });

  it('become NULL and are counted, or are collected', async () => {
    const fn = definition('(a) => { if (a === 7n) throw new Error("bad"); return a; }', { onError: 'collect' });
    const execution = await engine.execute(request({ fn, columns: [bigints(1n, 7n)], returns: BIGINT }));
    expect(await valuesOf(execution)).toEqual([1n, null]);
    expect(execution.metrics().functions![0]!.failedRows).toBe(1);
    expect(execution.metrics().failedRows).toEqual([{ function: fn.id, arguments: '["7"]', message: 'Error: bad' }]);
  });

  it.each([
    ['(a) => "many"', 'Function acme gave many, which is no BIGINT'],
    ['(a) => 1.5', 'Function acme gave 1.5, which is no BIGINT'],
    ['(a) => 2n ** 64n', 'Function acme gave 18446744073709551616, which is no BIGINT'],
    ['(a) => ({})', 'The function returned {} where a single value was wanted'],
    ['async (a) => a', 'The function must not be async'],
  ])('an answer of another type: %s', async (code, text) => {
    expect((await failure(call({ fn: definition(code), columns: [bigints(1n)], returns: BIGINT }))).message).toContain(text);
  });

  it('a loop ends with its deadline, and the next call has a new thread', async () => {
    const fn = definition('(a) => { while (a === 1n); return a; }', { timeoutMs: 200 });
    expect((await failure(call({ fn, columns: [bigints(1n)], returns: BIGINT }))).code).toBe('FUNCTION_TIMEOUT');
    expect(await call({ fn, columns: [bigints(2n)], returns: BIGINT })).toEqual([2n]);
  });

  it('a loop ends when the query is cancelled', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(new Error('enough')), 100);
    const fn = definition('(a) => { while (true); }');
    expect((await failure(call({ fn, columns: [bigints(1n)], returns: BIGINT, signal: cancel.signal }))).code).toBe('CANCELLED');
  });

  it('memory is limited', async () => {
    const fn = definition('(a) => { const all = []; while (true) all.push(new Array(1e5).fill(a)); }', { timeoutMs: 30_000 });
    expect((await failure(call({ fn, columns: [bigints(1n)], returns: BIGINT }))).code).toBe('FUNCTION_MEMORY');
  });
});

it('lets go of the input of an output that nobody has asked for', async () => {
  let ended = 0;
  const given = stream([bigints(1n)]);
  const batches = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('asked for')), return: () => Promise.resolve({ done: true as const, value: ended++ }) }) }; // prettier-ignore
  const asked = request({ fn: definition('(a) => a'), columns: [bigints(1n)], returns: BIGINT });
  const execution = await engine.execute({ ...asked, inputs: [{ fields: [], open: async () => ({ ...given, batches }) }] });
  await execution.batches[Symbol.asyncIterator]().return?.();
  expect(ended).toBe(1);
});

describe('what the code can reach', () => {
  it.each([
    'process',
    'require("fs")',
    'globalThis.process',
    'fetch("http://127.0.0.1")',
    'setTimeout(() => 1)',
    'this.constructor.constructor("return process")()',
    '(() => {}).constructor("return process")()',
    '((Error.prepareStackTrace = (_, sites) => sites.map((s) => s.getFunction()).find((f) => f)), new Error().stack)',
    '((Error.prepareStackTrace = (_, sites) => sites), new Error().stack[0].constructor.constructor("return process")())',
    '((deeper) => deeper(deeper))((deeper) => { try { return deeper(deeper); } catch (e) { return e.constructor.constructor("return process")(); } })',
    'Object.getPrototypeOf(globalThis).constructor.constructor("return process")()',
    '(async () => {})().then.constructor("return process")()',
    '(function* () {}).constructor("yield process")().next().value',
    'new ShadowRealm().evaluate("process")',
    'eval("1")',
    'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
  ])('%s fails', async (expression) => {
    const fn = definition(`() => { const found = ${expression}; return found === undefined ? thrown() : 'reached'; }`);
    expect((await failure(call({ fn, columns: [bigints(1n)], returns: type('VARCHAR') }))).code).toBe('FUNCTION_FAILED');
  });

  it('import is refused', async () => {
    const fn = definition('() => import("fs")');
    expect((await failure(call({ fn, columns: [bigints(1n)], returns: BIGINT }))).code).toBe('FUNCTION_CODE');
  });

  it('tampering with its own realm reaches no other', async () => {
    const code = `((Array.prototype[Symbol.iterator] = function* () {
      yield 'function';
      yield (...given) => () => given.map((one) => typeof one).join();
      yield () => 'message';
      yield () => 'stack';
    }), () => 1)`;
    const fn = definition(code);
    expect(await call({ fn, columns: [bigints(1n)], returns: type('VARCHAR') })).toEqual(['string,string,string']);
  });

  it('arguments belong to its own realm', async () => {
    const fn = definition('(list) => { try { return list.constructor.constructor("return process")() ? 1n : 0n; } catch { return 2n; } }');
    const columns = [{ type: { id: 'LIST', child: BIGINT } as DataType, values: ['[1]'] }];
    expect(await call({ fn, columns, returns: BIGINT })).toEqual([2n]);
  });
});

describe('describe_functions', () => {
  const describeCode = async (declared: Partial<NonNullable<DescribeFunctionsRequest['declared']>>, code: string) => {
    const asked: DescribeFunctionsRequest = {
      source: { kind: 'inline', language: 'javascript', code },
      requests: {},
      declared: { name: 'acme', kind: 'scalar', arguments: [], returns: BIGINT, ...declared },
    };
    const argument = { kind: 'constant', value: JSON.stringify(asked), type: type('VARCHAR') } as const;
    const plan = {
      kind: 'table-function',
      name: DESCRIBE_FUNCTIONS,
      args: [argument],
      namedArgs: [],
      names: ['d'],
      types: [type('VARCHAR')],
    };
    const { functions: _, ...rest } = request({ fn: definition(''), columns: [], returns: BIGINT });
    return engine.execute({ ...rest, plan });
  };

  it('gives the declaration back', async () => {
    const [text] = await valuesOf(await describeCode({}, '() => 1n'));
    expect(JSON.parse(text as string)).toMatchObject({ source: { kind: 'inline' }, functions: [{ name: 'acme', kind: 'scalar' }] });
  });

  it.each([
    ['(a, ', {}, 'FUNCTION_CODE'],
    ['42', {}, 'FUNCTION_CODE'],
    ['() => 1', { kind: 'aggregate' as const }, 'FUNCTION_CODE'],
    ['while (true);', {}, 'FUNCTION_CODE'],
    ['(() => { while (true); })()', {}, 'FUNCTION_CODE'],
    ['() => 1', { returns: { id: 'LIST', child: { id: 'DATE' } } as DataType }, 'FUNCTION_TYPE'],
  ])(
    '%s is refused',
    async (code, declared, expected) => {
      expect((await failure(describeCode(declared, code))).code).toBe(expected);
    },
    10_000,
  );
});
