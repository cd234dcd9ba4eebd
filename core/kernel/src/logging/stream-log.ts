import type { Log, LogFields } from '@arbalest/spi';
import type { LogConfig } from '../config/config.js';
import { redact } from './redact.js';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = 'debug' | 'info' | 'warn' | 'error';

export interface LogOptions extends LogConfig {
  /** Takes whole lines. @default standard error */
  readonly write?: (line: string) => void;
  /** @default Date.now */
  readonly now?: () => number;
}

/** A log of lines: JSON objects with `time`, `level`, `message` and the fields, or text for people. */
export function createLog({ level, format, write = toStandardError, now = Date.now }: LogOptions): Log {
  const least = LEVELS.indexOf(level);
  const line = format === 'json' ? jsonLine : prettyLine;
  const bound = (base: LogFields): Log => {
    const at = (level: Level) => (message: string, fields?: LogFields) => {
      if (LEVELS.indexOf(level) >= least) write(line(new Date(now()).toISOString(), level, message, redact({ ...base, ...fields })));
    };
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), with: (fields) => bound({ ...base, ...fields }) };
  };
  return bound({});
}

function jsonLine(time: string, level: Level, message: string, fields: LogFields): string {
  return `${JSON.stringify({ time, level, message, ...fields })}\n`;
}

function prettyLine(time: string, level: Level, message: string, fields: LogFields): string {
  const rest = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `${time.slice(11, 23)} ${level.toUpperCase().padEnd(5)} ${message}${rest.map(([key, value]) => ` ${key}=${quoted(value)}`).join('')}\n`;
}

function quoted(value: LogFields[string]): string {
  const text = String(value);
  return /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
