import type { FlightServerCall } from '@arbalest/flight';
import type { SqlService } from '@arbalest/spi';
import { unpackAny } from '../any.js';
import type { PreparedStatements } from '../prepared/prepared-statements.js';
import type { ClientSessions } from '../sessions/client-sessions.js';
import type { QueryResults } from '../statements/query-results.js';
import type { Statements } from '../statements/statements.js';

/** What actions work on. */
export interface ActionParts {
  readonly sql: SqlService;
  readonly sessions: ClientSessions;
  readonly prepared: PreparedStatements;
  readonly statements: Statements;
  readonly results: QueryResults;
}

/** @returns the bodies of the results */
export type ActionHandler = (body: Uint8Array, call: FlightServerCall, parts: ActionParts) => Promise<readonly Uint8Array[]>;

/** The message in the body of an action; Flight SQL wraps it, Flight does not. */
export function actionMessage(body: Uint8Array): Uint8Array {
  const wrapped = unpackAny(body);
  return wrapped?.typeUrl.startsWith('type.googleapis.com/') ? wrapped.value : body;
}
