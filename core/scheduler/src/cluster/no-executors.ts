import { type ArbalestError, transientError } from '@arbalest/spi';

export function noExecutors(waitedMs: number): ArbalestError {
  return transientError(
    'NO_EXECUTORS',
    `No executor is connected, and none came within ${waitedMs / 1000} s; start one with: arbalest executor --scheduler URL`,
  );
}
