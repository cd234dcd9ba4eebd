import { arrow } from '@arbalest/proto';
import { messageName, unpackAny } from '../any.js';
import { invalid } from '../errors.js';
import { runOf } from '../statements/query-results.js';
import { type ActionHandler, actionMessage } from './action-handler.js';

const { FlightEndpoint, RenewFlightEndpointRequest } = arrow.flight.protocol;

export const renewFlightEndpoint: ActionHandler = async (body, call, { sessions, results }) => {
  const { principal } = await sessions.of(call);
  const { endpoint } = RenewFlightEndpointRequest.decode(actionMessage(body));
  const ticket = endpoint?.ticket?.ticket;
  const message = ticket ? unpackAny(ticket) : undefined;
  if (!message || messageName(message) !== 'TicketStatementQuery') throw invalid('The endpoint is none of a result of this server');
  const redeemed = await results.redeem(message.value, principal, call.signal);
  const { ticket: renewed, expirationTime } = results.renewed(redeemed, runOf(redeemed.kept, redeemed.job));
  const seconds = expirationTime && Math.floor(expirationTime.getTime() / 1000);
  return [
    FlightEndpoint.encode({
      ticket: { ticket: renewed },
      ...(seconds ? { expirationTime: { seconds, nanos: (expirationTime.getTime() % 1000) * 1_000_000 } } : {}),
    }).finish(),
  ];
};
