import type { ArbalestError } from '@arbalest/spi';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import { toErrorInfo } from '../service/error-info.js';

/** Sends an executor to the scheduler that leads. */
export function turnAway(connection: ExecutorConnection, refusal: ArbalestError, schedulers: readonly string[]): void {
  connection.send({ registered: { refused: toErrorInfo(refusal), schedulers: [...schedulers] } });
  connection.close();
}
