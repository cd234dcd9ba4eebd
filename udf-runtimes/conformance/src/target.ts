/** The server that is held to the protocol. */
export interface Target {
  /** `grpc://host:port` or `grpc+unix:///path`. */
  readonly location: string;
  /** Where the server's ARBALEST_UDF_INPUT_DIR is here; without both folders what goes through shared memory is skipped. */
  readonly inputDirectory?: string;
  /** Where its ARBALEST_UDF_OUTPUT_DIR is here. */
  readonly outputDirectory?: string;
  /** What the server has printed so far; absent: whether functions can log is skipped. */
  readonly log?: () => string;
}

export interface ConformanceOptions {
  /** `all`: the functions of FUNCTIONS.md must be there. `described`: whatever the server describes is called. @default 'all' */
  readonly functions?: 'all' | 'described';
  /** Only groups with these names. @default all */
  readonly groups?: readonly string[];
  /** Whether the server may be drained at the end, after which it takes no more calls. @default true */
  readonly drain?: boolean;
  /** What one case may take. @default 60000 */
  readonly caseTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface CaseResult {
  readonly group: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What differs, or why it was skipped; empty for what passed. */
  readonly message: string;
}
