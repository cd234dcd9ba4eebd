import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Equal in two processes when they run on the same machine since the same start, and in the same container if in any. */
export function hostIdentity(): string {
  return `${hostname()}/${bootId()}`;
}

/** Linux only; elsewhere the name has to do. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return '';
  }
}
