import { withPrefix } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { packFlightSql } from '../any.js';
import { schemaMessage } from '../arrow/arrow-schema.js';
import { parameterSchema } from '../prepared/parameter-fields.js';
import { refuseTransaction } from '../transactions.js';
import { type ActionHandler, actionMessage } from './action-handler.js';

const wire = arrow.flight.protocol.sql;

export const createPreparedStatement: ActionHandler = async (body, call, { sessions, sql, prepared }) => {
  const session = await sessions.of(call);
  const { query, transactionId } = wire.ActionCreatePreparedStatementRequest.decode(actionMessage(body));
  refuseTransaction(transactionId);
  const description = await session.use((caller) => sql.describe(caller, query, call.signal));
  const preparedStatementHandle = prepared.add(query, description, session.principal);
  const { kind, fields, parameters } = description;
  const result = {
    preparedStatementHandle,
    ...(kind === 'query' ? { datasetSchema: withPrefix(schemaMessage(fields)) } : {}),
    ...(parameters.length > 0 ? { parameterSchema: withPrefix(parameterSchema(parameters)) } : {}),
  };
  return [packFlightSql('ActionCreatePreparedStatementResult', wire.ActionCreatePreparedStatementResult.encode(result).finish())];
};

export const closePreparedStatement: ActionHandler = async (body, call, { sessions, prepared }) => {
  const { principal } = await sessions.of(call);
  prepared.close(wire.ActionClosePreparedStatementRequest.decode(actionMessage(body)).preparedStatementHandle, principal);
  return [];
};
