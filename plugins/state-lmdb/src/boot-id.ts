import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Another text after each start of the machine, the same until then. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return process.platform === 'darwin' ? ofDarwin() : ofUptime();
  }
}

function ofDarwin(): string {
  try {
    return execFileSync('sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim();
  } catch {
    return ofUptime();
  }
}

/** To ten minutes. Where this errs it says that the machine was started, and then what is surely on disk is taken: the safe side. */
function ofUptime(): string {
  return `started-${Math.round((Date.now() / 1000 - uptime()) / 600)}`;
}
