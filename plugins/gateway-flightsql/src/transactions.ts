import { FlightError } from '@arbalest/flight';

/** What clients are told that ask for a transaction; SqlInfo says the same. */
export function noTransactions(what: string): FlightError {
  return new FlightError(
    'UNIMPLEMENTED',
    `${what} is refused: every statement is a transaction of its own, which commits when it ends; use autocommit`,
  );
}

/** @throws FlightError for a command that is to run within a transaction */
export function refuseTransaction(id: Uint8Array | null | undefined): void {
  if (id && id.byteLength > 0) throw noTransactions('A statement within a transaction');
}
