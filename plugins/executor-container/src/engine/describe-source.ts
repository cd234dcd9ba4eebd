import type { TableFunctionNode } from '@arbalest/plan';
import {
  type DescribeFunctionsRequest,
  type FragmentExecution,
  type FragmentRequest,
  type FunctionSourceDescription,
  internalError,
  userError,
} from '@arbalest/spi';
import { column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { travelField } from '../arrow/travel-field.js';
import { copyPieces, writeBatch } from '../arrow/write-batch.js';
import { writeSchema } from '../arrow/write-schema.js';
import { asDeclared } from '../hello/open-types.js';
import { type FunctionServer, listsFunctions, type ServerPool } from '../server/function-server.js';

const RESULT = travelField({ name: 'description', type: { id: 'VARCHAR' } });

/** The fragment `describe_functions(request)`: resolves the source, starts it, and passes on what it says of itself. */
export function describeSource(request: FragmentRequest, node: TableFunctionNode, pool: ServerPool): FragmentExecution {
  const wanted = readRequest(node);
  return {
    schema: { message: writeSchema([RESULT]) },
    batches: (async function* () {
      const description = await describe(wanted, request, pool);
      const data = Buffer.from(JSON.stringify(description));
      const pieces = writeBatch(1, [column(layoutOf(RESULT), 1, { offsets: Int32Array.of(0, data.byteLength), data })]);
      yield { rows: 1, metadata: pieces.metadata, body: copyPieces(pieces, new Uint8Array(pieces.bodyLength)) };
    })(),
    metrics: () => ({}),
  };
}

function readRequest({ args }: TableFunctionNode): DescribeFunctionsRequest {
  const [argument] = args;
  if (argument?.kind !== 'constant' || typeof argument.value !== 'string') {
    throw internalError('DESCRIBE_FUNCTIONS', 'The request of describe_functions must be a constant');
  }
  return JSON.parse(argument.value) as DescribeFunctionsRequest;
}

async function describe(
  { source, requests, declared }: DescribeFunctionsRequest,
  { user, signal }: FragmentRequest,
  pool: ServerPool,
): Promise<FunctionSourceDescription> {
  const resolved = await pool.resolve(source, signal);
  const known = declared === undefined ? {} : { declared: [{ ...declared, parallelism: 1 }] };
  const lease = await pool.acquire({ source: resolved, requests, user: user ?? '', ...known, signal });
  try {
    const { dialect, runtime, functions } = lease.server.description;
    if (!listsFunctions(dialect)) requireDeclared(lease.server, declared?.name);
    return {
      source: resolved,
      runtime,
      functions: functions
        .map((found) => (declared === undefined ? found : asDeclared(found, declared, dialect)))
        .map(({ parallelism: _, batchRows: __, batchBytes: ___, options: ____, ...rest }) => rest),
    };
  } finally {
    lease.release();
  }
}

/** What a server does not list cannot be chosen from a list, nor be said to be missing from one. */
function requireDeclared({ name: server, description }: FunctionServer, wanted: string | undefined): void {
  const who = `${server[0]!.toUpperCase()}${server.slice(1)}`;
  if (wanted === undefined) {
    const text = `${who} does not list its functions (databend's servers do not, nor those of version 1 of arrow-udf's protocol)`;
    throw userError('FUNCTION_NONE', `${text}; create them one by one with CREATE FUNCTION … HANDLER 'name in the server'`);
  }
  if (description.functions.some(({ name }) => name === wanted)) return;
  throw userError('FUNCTION_HANDLER', `${who} has no function '${wanted}'; name the one that is meant with HANDLER, as it is called there`);
}
