import { type ArbalestError, cancelledError, type FunctionDefinition, toArbalestError, userError } from '@arbalest/spi';
import { Worker } from 'node:worker_threads';
import { cancellation } from '../cancellation.js';
import { workerProgram, type WorkerAnswer, type WorkerCall, type WorkerHello, type WorkerStart } from './worker-main.js';

export interface WorkerLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: ArbalestError) => void;
}

/** Loading of code must end too. */
const START_MS = 5000;

/**
 * The thread of one function. It is ended when a call takes too long or is cancelled, because nothing else stops a loop; calls that wait behind that one fail with it.
 */
export class FunctionWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #name: string;
  #nextCall = 1;
  #over: ArbalestError | undefined;

  private constructor(worker: Worker, name: string) {
    this.#worker = worker;
    this.#name = name;
    worker.on('message', (answer: WorkerAnswer) => this.#answered(answer));
    worker.on('error', (error) => this.#end(threadError(name, error)));
    worker.on('exit', () => this.#end(userError('FUNCTION_FAILED', `The thread of function ${name} has ended`)));
  }

  /**
   * Loads the code.
   *
   * @throws user error `FUNCTION_CODE` when it is not a function, or not JavaScript
   */
  static async start(code: string, name: string, options: FunctionDefinition['options'], limits: WorkerLimits): Promise<StartedWorker> {
    refuseImports(code, name);
    const worker = new Worker(workerProgram(), {
      eval: true,
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      workerData: { code, options } satisfies WorkerStart,
    });
    worker.unref();
    const hello = await firstMessage(worker, name);
    if ('error' in hello) {
      await worker.terminate();
      throw userError('FUNCTION_CODE', `The code of function ${name} cannot be loaded: ${hello.error}`);
    }
    return { worker: new FunctionWorker(worker, name), kind: hello.kind };
  }

  /** Undefined while it can be called. */
  get over(): ArbalestError | undefined {
    return this.#over;
  }

  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  async call(call: Omit<WorkerCall, 'id'>, timeoutMs: number, signal: AbortSignal): Promise<WorkerAnswer> {
    if (this.#over !== undefined) throw this.#over;
    if (signal.aborted) throw cancellation(signal);
    const id = this.#nextCall++;
    const late = (): void =>
      this.#end(userError('FUNCTION_TIMEOUT', `Function ${this.#name} took longer than ${timeoutMs} ms for ${call.rows} rows`));
    const timer = setTimeout(late, timeoutMs);
    const onAbort = (): void => this.#end(cancellation(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.#worker.postMessage({ ...call, id } satisfies WorkerCall);
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      this.#waiting.delete(id);
    }
  }

  async stop(): Promise<void> {
    this.#end(cancelledError('ENGINE_CLOSED', 'The engine was closed'));
    await this.#worker.terminate();
  }

  #answered(answer: WorkerAnswer): void {
    this.#waiting.get(answer.id)?.resolve(answer);
  }

  #end(error: ArbalestError): void {
    if (this.#over !== undefined) return;
    this.#over = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    void this.#worker.terminate();
  }
}

export interface StartedWorker {
  readonly worker: FunctionWorker;
  readonly kind: 'function' | 'aggregate';
}

/** A dynamic import would fail with an error of Node's own realm, from which everything can be reached. */
function refuseImports(code: string, name: string): void {
  if (/\bimport\b/.test(code))
    throw userError(
      'FUNCTION_CODE',
      `The code of function ${name} has the word import, which JavaScript functions may not hold: they load nothing`,
    );
}

function firstMessage(worker: Worker, name: string): Promise<WorkerHello> {
  return new Promise((resolve, reject) => {
    const late = (): void => fail(userError('FUNCTION_CODE', `The code of function ${name} took longer than ${START_MS} ms to load`));
    const failed = (error: unknown): void => fail(threadError(name, error));
    const timer = setTimeout(late, START_MS);
    const settle = (): void => {
      clearTimeout(timer);
      worker.off('message', greeted).off('error', failed);
    };
    const fail = (error: ArbalestError): void => {
      settle();
      void worker.terminate();
      reject(error);
    };
    const greeted = (hello: WorkerHello): void => {
      settle();
      resolve(hello);
    };
    worker.on('message', greeted).on('error', failed);
  });
}

function threadError(name: string, error: unknown): ArbalestError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return userError('FUNCTION_MEMORY', `Function ${name} needed more memory than plugin.javascript.memoryMb allows`);
  return userError('FUNCTION_FAILED', `The thread of function ${name} failed: ${toArbalestError(error).message}`, { cause: error });
}
