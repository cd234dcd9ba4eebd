/**
 * Starts and stops executors somewhere. Called by one scheduler at a time. An executor that was launched registers by itself; whether it did is
 * the scheduler's to see.
 */
export interface Launcher {
  readonly id: string;
  /** Asks for one more executor. Resolves when it was asked for, not when it is there. Idempotent by `name`. */
  launch(request: LaunchRequest, signal: AbortSignal): Promise<void>;
  /** Stops the executor of that name; no error when it is gone already. */
  terminate(name: string, signal: AbortSignal): Promise<void>;
  /** Names of those that are there or on their way. */
  list(signal: AbortSignal): Promise<readonly string[]>;
}

export interface LaunchRequest {
  readonly name: string;
  readonly schedulerUrl: string;
  readonly threads: number;
  readonly memoryBytes: number;
}
