import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Names a process of this host so that another can tell later whether it still lives: the boot, the process namespace, the number, and when it was started. A text of letters, digits
 * and dashes.
 */
export function ownIdentity(): string {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().replaceAll('-', '').slice(0, 12);
  const namespace = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  return [boot, namespace, process.pid, startTime(process.pid)].join('-');
}

/** False also for what is no identity, and for processes that cannot be looked at from here: only who is known to be dead is dead. */
export function isDead(identity: string): boolean {
  const [boot, namespace, pid, started] = identity.split('-');
  const [ownBoot, ownNamespace] = ownIdentity().split('-');
  if (started === undefined || !/^\d+$/.test(pid!)) return false;
  if (boot !== ownBoot) return true;
  return namespace === ownNamespace && startTime(Number(pid)) !== started;
}

/** Field 22 of proc(5)'s stat, counted behind the name, which may hold anything. */
export function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
