export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Structured log. Values of secrets never go into it. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields & { readonly cause?: string }): void;
  /** The same log with fields that every line carries. */
  with(fields: LogFields): Log;
}

export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  with: () => silentLog,
};
