import { type ArbalestError, type FunctionSource, userError } from '@arbalest/spi';

const WAYS: Readonly<Record<FunctionSource['kind'], string>> = {
  image: "functions from images; the plugin '@arbalest/executor-container' does, where it reaches a Docker engine",
  address: "functions of servers at an address; the plugin '@arbalest/executor-container' does",
  inline: "functions that are written in a statement; the plugin '@arbalest/executor-javascript' does",
};

/** @param sources kinds that no executor can call, or not all of them */
export function noFunctionEngine(sources: Iterable<FunctionSource['kind']>): ArbalestError {
  const ways = [...sources].map((source) => WAYS[source]);
  return userError(
    'NO_FUNCTION_ENGINE',
    `No connected executor runs ${ways.join(', nor ')}; load it where executors run, and see what they log when they start`,
  );
}
