import { ArrowEncoder, messageKind, singleBody } from '@arbalest/flight';
import {
  type DescribedFunction,
  type DescribeFunctionsRequest,
  type FragmentExecution,
  type FunctionSourceDescription,
  internalError,
  userError,
} from '@arbalest/spi';
import { Table, Utf8, vectorFromArray } from 'apache-arrow';
import { checkArgument, checkResult } from './values/arrow-type.js';
import { FunctionWorker } from './worker/function-worker.js';
import type { WorkerPool } from './worker/worker-pool.js';

/** Loads the code once, to see that it is what it was declared to be: code says nothing of its types, so the declaration is the description. */
export async function describeCode(
  { source, declared, requests }: DescribeFunctionsRequest,
  workers: WorkerPool,
): Promise<FragmentExecution> {
  if (source.kind !== 'inline' || declared === undefined)
    throw internalError('DESCRIBE_FUNCTIONS', 'JavaScript is described by its code and its declaration');
  if (source.language !== 'javascript')
    throw userError(
      'FUNCTION_LANGUAGE',
      `Code inside a statement must be JavaScript, not ${source.language}; other languages come as an image`,
    );
  refuseRequests(requests, declared.name);
  for (const { type } of declared.arguments) checkArgument(type, declared.kind === 'aggregate');
  checkResult(declared.returns);
  await checkCode(source.code, declared, workers);
  const description: FunctionSourceDescription = { source, runtime: `javascript ${process.version}`, functions: [declared] };
  return oneText(JSON.stringify(description));
}

async function checkCode(code: string, { name, kind }: DescribedFunction, workers: WorkerPool): Promise<void> {
  const { worker, kind: made } = await FunctionWorker.start(code, name, {}, workers.options);
  await worker.stop();
  if (kind === 'aggregate' && made === 'function')
    throw userError(
      'FUNCTION_CODE',
      `The code of aggregate ${name} is a function; wanted is an object with init, update, merge and finish`,
    );
  if (kind !== 'aggregate' && made !== 'function')
    throw userError('FUNCTION_CODE', `The code of function ${name} is not a function, such as (x) => x + 1`);
}

function refuseRequests(requests: DescribeFunctionsRequest['requests'], name: string): void {
  const [asked] = Object.keys(requests);
  if (asked !== undefined)
    throw userError('FUNCTION_REFUSED', `Function ${name} asks for ${asked}, which is only there for functions in images`);
}

/** One row of one VARCHAR. */
function oneText(text: string): FragmentExecution {
  const table = new Table({ description: vectorFromArray([text], new Utf8()) });
  const encoder = new ArrowEncoder(table.schema);
  const batches = table.batches
    .flatMap((batch) => encoder.encode(batch))
    .filter(({ metadata }) => messageKind(metadata) === 'batch')
    .map(({ metadata, body }) => ({ rows: 1, metadata, body: singleBody(body) }));
  return {
    schema: { message: encoder.schema.metadata },
    batches: (async function* () {
      yield* batches;
    })(),
    metrics: () => ({}),
  };
}
