import type { FlightError } from '@arbalest/flight';
import type { ArbalestError } from '@arbalest/spi';
import { isArbalestError, transientError, userError } from '@arbalest/spi';
import { ArrowFault } from '../arrow/arrow-fault.js';
import { JsonShape } from '../hello/json-shape.js';
import type { FunctionServer } from '../server/function-server.js';
import type { Calls } from './calls.js';

/** `Function "f"`, or the names of all that share the stream. */
export function functionsOf(calls: Iterable<{ readonly name: string }>): string {
  const names = [...new Set(Array.from(calls, ({ name }) => `"${name}"`))];
  return `${names.length === 1 ? 'Function' : 'Functions'} ${names.join(', ')}`;
}

/** The server's answer is none: its process is not to be used any more. */
export function answerError(calls: Calls, server: FunctionServer, fault: string, cause?: unknown): ArbalestError {
  const text = `${functionsOf(calls.calls)} gave an answer that cannot be used. ${fault}. Its process (${server.name}) was ended`;
  return userError('FUNCTION_ANSWER', text, { cause });
}

export function timeoutError(calls: Calls, server: FunctionServer): ArbalestError {
  const text = `${functionsOf(calls.calls)} took longer than the ${calls.timeoutMs} ms that one batch may take. Its process (${server.name}) was ended; allow more with timeout = '…' in CREATE FUNCTION`;
  return userError('FUNCTION_TIMEOUT', text);
}

const MAX_TEXT = 64 * 1024;

/** What an error frame says (PROTOCOL.md §4); `row` is the position in the batch. */
export interface FailureReport {
  readonly class: 'user' | 'worker' | 'protocol';
  readonly function?: string;
  readonly row?: number;
  readonly message: string;
  readonly traceback?: string;
}

/** @throws ArrowFault when it is not the JSON that is agreed on */
export function readFailure(json: Uint8Array): FailureReport {
  if (json.byteLength > 1 << 20) throw new ArrowFault('An error takes more than 1 MiB');
  const shape = JsonShape.parse(json, 'An error');
  const [name, row, traceback] = [shape.member('function'), shape.member('row'), shape.member('traceback')];
  return {
    class: shape.member('class').oneOf(['user', 'worker', 'protocol'] as const),
    message: shape
      .member('message')
      .text(1 << 20)
      .slice(0, MAX_TEXT),
    ...(name.absent ? {} : { function: name.text(512) }),
    ...(row.absent ? {} : { row: row.integer(0, 2 ** 31) }),
    ...(traceback.absent ? {} : { traceback: traceback.text(1 << 20).slice(0, MAX_TEXT) }),
  };
}

/** The error that a function raised for a batch of which `describeRow` can tell the arguments. */
export function failureError(
  calls: Calls,
  server: FunctionServer,
  report: FailureReport,
  describeRow: (row: number) => string,
): ArbalestError {
  const named = calls.calls.filter((call) => call.function === report.function);
  const who = functionsOf(named.length > 0 ? named : calls.calls);
  const where = report.row === undefined ? '' : ` for the arguments ${describeRow(report.row)}, row ${report.row} of its batch`;
  const notes = report.traceback === undefined ? [] : [report.traceback];
  const texts: Record<FailureReport['class'], string> = {
    user: `${who} failed${where}: ${report.message}`,
    worker: `The runtime of ${who.replace(/^F/, 'f')} (${server.name}) failed${where}: ${report.message}`,
    protocol: `${server.name} refused a batch for ${who.replace(/^F/, 'f')}: ${report.message}`,
  };
  return userError('FUNCTION_FAILED', texts[report.class], { notes });
}

/** A status that ended the stream while the server's process lives. */
export function statusError(calls: Calls, server: FunctionServer, error: FlightError): ArbalestError {
  const who = functionsOf(calls.calls);
  switch (error.status) {
    case 'NOT_FOUND':
      return userError('FUNCTION_NOT_FOUND', `${server.name} does not know ${who.replace(/^F/, 'f')}: ${error.message}`, { cause: error });
    case 'RESOURCE_EXHAUSTED':
      return userError(
        'FUNCTION_ANSWER',
        `${who} was given a row, or gave an answer, that is larger than the 256 MiB of one message: ${error.message}`,
        { cause: error },
      );
    case 'UNAVAILABLE':
      return transientError('FUNCTION_UNAVAILABLE', `${server.name} takes no calls: ${error.message}`, { cause: error });
    default:
      return failedError(who, error);
  }
}

/** What Python's Flight adds to the text of an exception. */
const PYTHON_DETAIL = /\.? Detail: Python exception: /;

/** Servers of other protocols have nothing but a status for what a function raises. */
function failedError(who: string, error: FlightError): ArbalestError {
  const [text] = clearText(error).split(PYTHON_DETAIL);
  const traceback = error.message.split(PYTHON_DETAIL)[1]?.trim().slice(0, MAX_TEXT);
  const notes = traceback === undefined ? [] : [traceback];
  const why = isTold(text) ? `: ${text}` : '. Its server does not tell why; the log of the server may';
  return userError('FUNCTION_FAILED', `${who} failed (${error.status})${why}`, { notes, cause: error });
}

/** Java's Flight says this of whatever a function throws. */
const NOTHING_TOLD = 'There was an error servicing your request.';

function isTold(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && text !== NOTHING_TOLD;
}

/** Arrow's own servers put the text of an error, without what gRPC adds to it, into a trailer. */
function clearText({ message, metadata }: FlightError): string {
  const text = metadata.get('x-arrow-status-message-bin')[0];
  return text === undefined ? message : String(text).slice(0, MAX_TEXT);
}

/** Why the server's process is gone, as its owner says. */
export function goneError(server: FunctionServer): ArbalestError {
  const reason: unknown = server.gone.reason;
  if (isArbalestError(reason)) return reason;
  return transientError('FUNCTION_GONE', `The process of ${server.name} has ended`, { cause: reason });
}
