import type { FlightServerCall } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { isArbalestError } from '@arbalest/spi';
import type { ClientSession } from '../sessions/client-session.js';
import { UpdateCommands } from '../statements/update-commands.js';
import { type ActionHandler, actionMessage, type ActionParts } from './action-handler.js';

const flight = arrow.flight.protocol;
const { ErrorValue } = flight.SetSessionOptionsResult;

type OptionValue = InstanceType<typeof flight.SessionOptionValue>;

export const setSessionOptions: ActionHandler = async (body, call, parts) => {
  const session = await parts.sessions.of(call);
  const { sessionOptions } = flight.SetSessionOptionsRequest.decode(actionMessage(body));
  const errors: Record<string, { value: number }> = {};
  for (const [name, value] of Object.entries(sessionOptions)) {
    const error = await setOption(name, value, session, call, parts);
    if (error !== undefined) errors[name] = { value: error };
  }
  return [flight.SetSessionOptionsResult.encode({ errors }).finish()];
};

export const getSessionOptions: ActionHandler = async (_body, call, { sessions, sql }) => {
  const session = await sessions.of(call);
  const settings = await session.use((caller) => sql.settings(caller, call.signal));
  const sessionOptions = Object.fromEntries(Object.entries(settings).map(([name, stringValue]) => [name, { stringValue }]));
  return [flight.GetSessionOptionsResult.encode({ sessionOptions }).finish()];
};

export const closeSession: ActionHandler = async (_body, call, { sessions }) => {
  await sessions.close(call);
  return [flight.CloseSessionResult.encode({ status: flight.CloseSessionResult.Status.CLOSED }).finish()];
};

/** @returns what is wrong with it, as Flight numbers it */
async function setOption(
  name: string,
  option: OptionValue,
  session: ClientSession,
  call: FlightServerCall,
  { statements }: ActionParts,
): Promise<number | undefined> {
  if (!/^[a-z_]+(\.[a-z_]+)*$/i.test(name)) return ErrorValue.INVALID_NAME;
  const value = textOf(option);
  const text = value === undefined ? `RESET ${name}` : `SET ${name} = '${value.replaceAll("'", "''")}'`;
  try {
    await session.use((caller) => new UpdateCommands(statements).run(caller, text, [], call.signal));
    session.remember(name, value);
    return undefined;
  } catch (thrown) {
    if (!isArbalestError(thrown) || thrown.family !== 'user') throw thrown;
    return thrown.code === 'SETTING_UNKNOWN' ? ErrorValue.INVALID_NAME : ErrorValue.INVALID_VALUE;
  }
}

/** Undefined for an option without a value. */
function textOf({ stringValue, boolValue, int64Value, doubleValue, stringListValue }: OptionValue): string | undefined {
  const value = stringValue ?? boolValue ?? int64Value ?? doubleValue ?? stringListValue?.values?.join(',');
  return value === undefined || value === null ? undefined : String(value);
}
