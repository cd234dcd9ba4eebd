import { userError } from '@arbalest/spi';
import type { FunctionDefinition } from '@arbalest/spi';
import { argumentsError } from '../references/called-functions.js';
import type { CalledFunctions } from '../references/called-functions.js';
import type { StubSet } from '../references/function-stubs.js';
import { toUserError } from './duckdb-error.js';
import type { DuckDbFailure } from './duckdb-error.js';
import { scalarText } from '../lossless-json.js';
import type { JsonObject } from '../lossless-json.js';
import { STUB_CALLED } from './stub-functions.js';
import { withoutStubs } from './stub-names.js';

/** A failure as a user meets it who knows nothing of stubs; `position` is the one in the user's text. */
export function callFailure(failure: DuckDbFailure, functions: CalledFunctions, position: number | undefined): Error {
  const { stubs } = functions;
  const unknown = /^(.*Function) with name (.+?) does not exist/.exec(failure.message);
  if (unknown) return unknownFunction(failure, functions, unknown[2]!, position);
  if (stubs.length === 0) return toUserError(failure, position);
  const wanted = stubs.find((stub) => failure.message.includes(STUB_CALLED) && failure.message.includes(stub.call));
  if (wanted) return valueWanted(wanted, position ?? functions.positionOf(wanted.written));
  const message = withoutStubs(failure.message, stubs);
  const unfit = stubs.find((stub) => failure.message.includes(stub.call) || failure.message.includes(stub.arguments));
  if (unfit && NO_OVERLOAD.test(failure.message)) return noOverload(message, unfit, position);
  return toUserError({ ...failure, message }, position);
}

/** Whether planning ended because DuckDB had to compute a call. */
export function wantsValueOfCall(json: JsonObject | undefined): boolean {
  return json?.['error'] === true && scalarText(json['error_message']).includes(STUB_CALLED);
}

const NO_OVERLOAD = /^(?:No function matches|Could not choose a best candidate)/;
/** What DuckDB calls literals whose type is not settled. */
const LITERAL = /\b(INTEGER|STRING)_LITERAL\b/g;

function noOverload(message: string, stub: StubSet, position: number | undefined): Error {
  const call = /['"]((?:"[^"]*"|\w+)\(.*?\))['"]/s
    .exec(message)?.[1]
    ?.replace(LITERAL, (_, kind) => (kind === 'STRING' ? 'VARCHAR' : 'INTEGER'));
  const ambiguous = message.startsWith('Could');
  const problem = ambiguous ? 'can mean several functions: cast its arguments' : 'fits no function of that name';
  return argumentsError(`${call ?? stub.written} ${problem}`, stub.definitions, position);
}

function valueWanted(stub: StubSet, position: number | undefined): Error {
  const message = `${stub.written} is called where the value must be known before the statement runs; compute it first and write the value, or send it as a parameter`;
  return userError('FUNCTION_PLACE', message, position === undefined ? {} : { position });
}

/** DuckDB knows only its own, and proposes any. */
function unknownFunction(failure: DuckDbFailure, functions: CalledFunctions, name: string, position: number | undefined): Error {
  const ours = functions.candidates(name);
  const theirs = /Did you mean "(.+?)"/.exec(failure.message)?.[1];
  if (ours.length === 0 && !theirs?.startsWith('arbalest_')) return toUserError(failure, position);
  const hint = ours.length === 0 ? '' : `; did you mean ${ours.join(' or ')}?`;
  return userError('FUNCTION_NOT_FOUND', `There is no function ${name}${hint}`, {
    ...(position !== undefined && { position }),
    ...(ours.length > 0 && { candidates: ours }),
  });
}

export function insideLambda(definition: FunctionDefinition, position: number | undefined): Error {
  const message = `${definition.name} cannot be called inside a lambda; unnest the list, call ${definition.name} for each row, and collect the values with list(…)`;
  return userError('FUNCTION_PLACE', message, position === undefined ? {} : { position });
}

/** What runs whole in the engine cannot call a function, which the engine does not know. */
export function callsInOpaque(functions: CalledFunctions, reason: string): Error {
  const names = functions.stubs.map((stub) => stub.written);
  const position = functions.positionOf(names[0]!);
  return userError(
    'FUNCTION_PLACE',
    `${names.join(', ')} cannot be called in this statement, which DuckDB must run whole because of ${reason}; compute the calls in a statement of their own first: CREATE TABLE … AS SELECT …`,
    position === undefined ? {} : { position },
  );
}
