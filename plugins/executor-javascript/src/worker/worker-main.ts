/** A value that may cross into the function's realm and out of it: nothing that has a prototype. */
export type Primitive = null | undefined | string | number | bigint | boolean;

/** How an argument or a result crosses: as it is, as the JSON of a nested value, or as bytes in a string of one character each. */
export type Crossing = 'plain' | 'json' | 'bytes';

export interface WorkerCall {
  readonly id: number;
  readonly operation: 'scalar' | 'table' | 'complete' | 'update' | 'merge' | 'finish';
  readonly arguments: readonly Crossing[];
  readonly result: Crossing;
  readonly rows: number;
  /** By argument, then by row. */
  readonly columns: readonly (readonly Primitive[])[];
  /** Rows that are not called give NULL; absent = all are. */
  readonly called?: readonly boolean[];
  /** Go on behind a row that fails. */
  readonly eachRow: boolean;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly values: readonly Primitive[];
  readonly failures: readonly { readonly row: number; readonly message: string; readonly stack: string }[];
}

export interface WorkerStart {
  readonly code: string;
  readonly options: Readonly<Record<string, string>>;
}

/** The first message of a worker: what the code is, or what is wrong with it. */
export type WorkerHello = { readonly kind: 'function' | 'aggregate' } | { readonly error: string };

/**
 * The whole program of a worker thread, as text: it refers to nothing outside itself. The function's code runs in a realm of its own, which is given primitives and gives primitives back: no object of
 * Node's own realm is ever in its reach, so there is nothing in it that could reach files, sockets, processes or timers.
 */
export function workerProgram(): string {
  return `(${workerMain.toString()})()`;
}

function workerMain(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const vm = process.getBuiltinModule('node:vm');

  /** Runs in the function's realm; CODE is the user's function, or object of functions. */
  const bootstrap = `'use strict';
    (() => {
      const { parse, stringify } = JSON;
      const { defineProperty, freeze, keys } = Object;
      const { apply } = Reflect;
      let failure = ['', ''];
      const FAILED = Symbol('failed');
      const options = freeze(parse(OPTIONS));
      const read = (crossing, value) => {
        if (value === null || crossing === 'plain') return value;
        return crossing === 'json' ? parse(value) : Uint8Array.from(value, (c) => c.charCodeAt(0));
      };
      const text = (value) => {
        try { return String(value); } catch { return 'an error without text'; }
      };
      const json = (value) => stringify(value, (key, part) => (typeof part === 'bigint' ? part.toString() : part));
      const write = (crossing, value) => {
        if (value === null || value === undefined) return null;
        if (typeof value?.then === 'function') throw new TypeError('The function must not be async');
        if (crossing === 'json') return json(value);
        if (value instanceof Date) return value.toISOString();
        if (crossing === 'bytes') return Array.from(value, (byte) => String.fromCharCode(byte & 255)).join('');
        if (typeof value === 'object' || typeof value === 'function') throw new TypeError('The function returned ' + (json(value) ?? typeof value) + ' where a single value was wanted');
        return value;
      };
      const made = (0, CODE);
      const kind = typeof made === 'function' ? 'function' : 'aggregate';
      const run = (aggregate, rows) => {
        let state = aggregate.init();
        for (const row of rows) state = aggregate.update(state, ...row);
        return state;
      };
      const merged = (aggregate, states) => {
        const known = states.filter((state) => state !== null).map((state) => parse(state));
        return known.length === 0 ? aggregate.init() : known.reduce((left, right) => aggregate.merge(left, right));
      };
      const operations = {
        scalar: (...args) => made(...args, options),
        table: (...args) => [...(made(...args, options) ?? [])],
        complete: (rows) => made.finish(run(made, rows ?? [])),
        update: (rows) => json(run(made, rows ?? [])),
        merge: (states) => json(merged(made, states ?? [])),
        finish: (states) => made.finish(merged(made, states ?? [])),
      };
      const call = (operation, crossings, result, ...args) => {
        try {
          return write(result, operations[operation](...args.map((value, i) => read(crossings[i], value))));
        } catch (error) {
          failure = [text(error), text(error?.stack ?? '')];
          return FAILED;
        }
      };
      const prepare = (operation, crossings, result) => {
        const list = parse(crossings);
        return (...args) => call(operation, list, result, ...args);
      };
      return [kind, prepare, () => failure[0], () => failure[1]];
    })()`;

  const port = threads.parentPort!;
  const { code, options } = threads.workerData as WorkerStart;
  const program = bootstrap.replace('OPTIONS', () => JSON.stringify(JSON.stringify(options))).replace('CODE', () => `(${code}\n)`);
  type Inner = (...args: Primitive[]) => Primitive | symbol;
  let prepare: (operation: string, crossings: string, result: string) => Inner;
  let message: () => string;
  let stack: () => string;
  try {
    const context = vm.createContext(Object.create(null) as object, {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: 'afterEvaluate',
    });
    const made = new vm.Script(program, { filename: 'function.js' }).runInContext(context) as [
      string,
      typeof prepare,
      typeof message,
      typeof stack,
    ];
    [, prepare, message, stack] = made;
    port.postMessage({ kind: made[0] });
  } catch (error) {
    port.postMessage({ error: String((error as Error | undefined)?.message ?? error) });
    return;
  }

  port.on('message', (call: WorkerCall) => {
    const values: Primitive[] = new Array<Primitive>(call.rows).fill(null);
    const failures: { row: number; message: string; stack: string }[] = [];
    const inner = prepare(call.operation, JSON.stringify(call.arguments), call.result);
    for (let row = 0; row < call.rows; row++) {
      if (call.called !== undefined && !call.called[row]) continue;
      const value = inner(...call.columns.map((column) => column[row]));
      if (typeof value !== 'symbol') {
        values[row] = typeof value === 'object' || typeof value === 'function' ? null : value;
        continue;
      }
      failures.push({ row, message: `${message()}`, stack: `${stack()}` });
      if (!call.eachRow) break;
    }
    port.postMessage({ id: call.id, values, failures });
  });
}
