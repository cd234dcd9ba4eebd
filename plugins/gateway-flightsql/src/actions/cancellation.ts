import type { FlightServerCall } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { messageName, packFlightSql, unpackAny } from '../any.js';
import { invalid } from '../errors.js';
import { type ActionHandler, actionMessage, type ActionParts } from './action-handler.js';

const flight = arrow.flight.protocol;
const { CancelStatus } = flight;
type FlightInfo = InstanceType<typeof flight.FlightInfo>;
const { CancelResult } = flight.sql.ActionCancelQueryResult;

export const cancelFlightInfo: ActionHandler = async (body, call, parts) => {
  const { info } = flight.CancelFlightInfoRequest.decode(actionMessage(body));
  const cancelled = await cancel(info as FlightInfo | null, call, parts);
  const status = cancelled ? CancelStatus.CANCEL_STATUS_CANCELLED : CancelStatus.CANCEL_STATUS_NOT_CANCELLABLE;
  return [flight.CancelFlightInfoResult.encode({ status }).finish()];
};

export const cancelQuery: ActionHandler = async (body, call, parts) => {
  const { info } = flight.sql.ActionCancelQueryRequest.decode(actionMessage(body));
  const cancelled = await cancel(flight.FlightInfo.decode(info), call, parts);
  const result = cancelled ? CancelResult.CANCEL_RESULT_CANCELLED : CancelResult.CANCEL_RESULT_NOT_CANCELLABLE;
  return [packFlightSql('ActionCancelQueryResult', flight.sql.ActionCancelQueryResult.encode({ result }).finish())];
};

/** @returns false when there was nothing left to cancel */
async function cancel(info: FlightInfo | null, call: FlightServerCall, { sessions, statements, results }: ActionParts): Promise<boolean> {
  const { principal } = await sessions.of(call);
  const tickets = [...(info?.endpoint ?? []).map((endpoint) => endpoint.ticket?.ticket), info?.flightDescriptor?.cmd];
  const messages = tickets.flatMap((bytes) => {
    const message = bytes ? unpackAny(bytes) : undefined;
    return message && messageName(message) === 'TicketStatementQuery' ? [message.value] : [];
  });
  if (!info) throw invalid('The request holds no FlightInfo');
  const found = await Promise.all(
    messages.map((message) =>
      results.redeem(message, principal, call.signal).then(
        ({ kept }) => kept.series,
        () => undefined,
      ),
    ),
  );
  const all = [...new Set(found.filter((series) => series !== undefined))];
  await Promise.all(all.map((series) => statements.end(series)));
  return all.length > 0;
}
