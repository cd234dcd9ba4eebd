import type { FlightAction, FlightActionType, FlightServerCall } from '@arbalest/flight';
import { notImplemented } from '../errors.js';
import { noTransactions } from '../transactions.js';
import type { ActionHandler, ActionParts } from './action-handler.js';
import { cancelFlightInfo, cancelQuery } from './cancellation.js';
import { renewFlightEndpoint } from './renewal.js';
import { closePreparedStatement, createPreparedStatement } from './prepared-actions.js';
import { closeSession, getSessionOptions, setSessionOptions } from './session-actions.js';

interface KnownAction {
  readonly description: string;
  readonly run: ActionHandler;
}

const ACTIONS: Readonly<Record<string, KnownAction>> = {
  CreatePreparedStatement: {
    description: 'Prepares a statement; its columns and parameters are found out without running it',
    run: createPreparedStatement,
  },
  ClosePreparedStatement: { description: 'Forgets a prepared statement', run: closePreparedStatement },
  CancelFlightInfo: { description: 'Cancels a statement, or lets its result go', run: cancelFlightInfo },
  CancelQuery: { description: 'The same, as older clients ask for it', run: cancelQuery },
  RenewFlightEndpoint: { description: 'Lets a part of a result be read for longer', run: renewFlightEndpoint },
  SetSessionOptions: {
    description: 'Changes settings of the session, as SET does; an option without a value is reset',
    run: setSessionOptions,
  },
  GetSessionOptions: { description: 'All settings of the session', run: getSessionOptions },
  CloseSession: { description: 'Ends the session: what runs in it is cancelled, and its token is no longer good', run: closeSession },
  BeginTransaction: { description: 'Refused: every statement commits by itself', run: refused('BeginTransaction') },
  BeginSavepoint: { description: 'Refused: there are no transactions', run: refused('BeginSavepoint') },
  EndTransaction: { description: 'Refused: there are no transactions', run: refused('EndTransaction') },
  EndSavepoint: { description: 'Refused: there are no transactions', run: refused('EndSavepoint') },
};

export function listActions(): readonly FlightActionType[] {
  return Object.entries(ACTIONS).map(([type, { description }]) => ({ type, description }));
}

/** @throws FlightError of status UNIMPLEMENTED for an action of another name */
export function runAction({ type, body }: FlightAction, call: FlightServerCall, parts: ActionParts): Promise<readonly Uint8Array[]> {
  const action = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined;
  if (!action) throw notImplemented(`the action ${type}`);
  return action.run(body ?? new Uint8Array(0), call, parts);
}

function refused(name: string): ActionHandler {
  return async (_body, call, { sessions }) => {
    await sessions.of(call);
    throw noTransactions(name);
  };
}
