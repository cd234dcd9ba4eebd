import { ArbalestError, type ErrorFamily, toArbalestError } from '@arbalest/spi';
import type { ErrorInfo } from '../messages.js';

const FAMILIES: ReadonlySet<string> = new Set<ErrorFamily>(['user', 'data-lost', 'transient', 'resources', 'cancelled', 'internal']);

/** Any thrown value as it crosses processes. */
export function toErrorInfo(thrown: unknown): ErrorInfo {
  const { family, code, message, details } = toArbalestError(thrown);
  return {
    family,
    code,
    message,
    ...(details.position === undefined ? {} : { position: details.position }),
    candidates: [...(details.candidates ?? [])],
    lost: [...(details.lost ?? [])],
    notes: [...(details.notes ?? [])],
    ...(details.leader ? { leader: details.leader } : {}),
  };
}

/** What another process has raised. A family of a later version counts as internal. */
export function fromErrorInfo(info: ErrorInfo): ArbalestError {
  const family = FAMILIES.has(info.family ?? '') ? (info.family as ErrorFamily) : 'internal';
  return new ArbalestError(family, info.code || 'INTERNAL', info.message || 'An executor failed without saying why', {
    ...(info.position === undefined || info.position === null ? {} : { position: info.position }),
    candidates: info.candidates ?? [],
    lost: info.lost ?? [],
    notes: info.notes ?? [],
    ...(info.leader ? { leader: info.leader } : {}),
  });
}
