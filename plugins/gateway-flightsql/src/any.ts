import { google } from '@arbalest/proto';

const { Any } = google.protobuf;
const FLIGHT_SQL = 'type.googleapis.com/arrow.flight.protocol.sql.';

/** A message of any type, as commands, tickets and the bodies of actions are wrapped. */
export interface AnyMessage {
  /** `type.googleapis.com/` and the full name. */
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

/** Undefined when the bytes are no such message. */
export function unpackAny(bytes: Uint8Array): AnyMessage | undefined {
  try {
    const { type_url: typeUrl, value } = Any.decode(bytes);
    return typeUrl ? { typeUrl, value: value ?? new Uint8Array(0) } : undefined;
  } catch {
    return undefined;
  }
}

/** @param name of a message of Flight SQL, e.g. `TicketStatementQuery` */
export function packFlightSql(name: string, value: Uint8Array): Uint8Array {
  return Any.encode({ type_url: FLIGHT_SQL + name, value }).finish();
}

/** The name of a message of Flight SQL; of any other the whole type. */
export function messageName({ typeUrl }: AnyMessage): string {
  return typeUrl.startsWith(FLIGHT_SQL) ? typeUrl.slice(FLIGHT_SQL.length) : typeUrl;
}
