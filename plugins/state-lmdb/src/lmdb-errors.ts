import { statfsSync } from 'node:fs';
import { internalError, isArbalestError, resourcesError, userError } from '@arbalest/spi';

/** A transaction of this size may have found less space than it wanted. */
const FULL_BYTES = 1024 * 1024;

/** What a failure of LMDB or of the file system means, in our words. */
export function stateError(thrown: unknown, directory: string): Error {
  if (isArbalestError(thrown)) return thrown;
  const { message, code } = thrown as NodeJS.ErrnoException;
  const details = { cause: thrown };
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    /No space left|quota exceeded/i.test(message) ||
    (/Input\/output error/i.test(message) && isFull(directory))
  ) {
    return resourcesError(
      'STATE_DISK_FULL',
      `There is no space left for the state in ${directory}; nothing was written. Free some, and try again`,
      details,
    );
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /Permission denied|Read-only file system|Operation not permitted/i.test(message)
  ) {
    return userError(
      'STATE_DIRECTORY',
      `The state directory ${directory} cannot be written (${message}); make it writable, or name another one (plugin.lmdb.directory)`,
      details,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || /Not a directory/i.test(message)) {
    return userError('STATE_DIRECTORY', `${directory} is no directory (${message}); name another one (plugin.lmdb.directory)`, details);
  }
  return internalError('STATE_FAILED', `The state in ${directory} failed: ${message}`, details);
}

/** LMDB says of a page of which only a part could be written that the disk has an error. */
function isFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < FULL_BYTES;
}
