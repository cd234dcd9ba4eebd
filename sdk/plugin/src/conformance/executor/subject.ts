import type { Codec, Executor, FunctionDefinition } from '@arbalest/spi';

/** An executor as an author describes it to the suite. What is tested follows from its capabilities. */
export interface ExecutorSubject {
  /** @param codec One that is to be in the registry that the engine reads scans by; engines without `scan` among their nodes may ignore it. */
  readonly open: (codec: Codec) => Promise<OpenExecutor>;
  /** For engines that run `invoke` nodes; needed there. */
  readonly functions?: ExecutorFunctions;
}

export interface OpenExecutor {
  readonly executor: Executor;
  /** Frees what belongs to the test beyond the executor, which the suite itself closes. */
  close?(): Promise<void>;
}

/** Scalar functions of one BIGINT argument, in sources that the engine runs. */
export interface ExecutorFunctions {
  /** Gives its argument and one; NULL for NULL. */
  readonly addOne: FunctionDefinition;
  /** Fails for every row, with `failure` in its message. */
  readonly failing: FunctionDefinition;
  readonly failure: string;
  /** Never gives an answer. */
  readonly endless: FunctionDefinition;
}
