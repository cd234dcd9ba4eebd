import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './fault.js';

const CHUNK = Buffer.alloc(1 << 20);

export const DISK_FULL: Fault = {
  name: 'disk-full',
  about: 'the disk to which an executor spills is full, until somebody makes room',
  lastsMs: [1_000, 6_000],
  whyNot: ({ disk }) => (typeof disk === 'string' ? disk : undefined),
  strike: async ({ disk, executors }) => {
    const unit = executors.at(-1)!;
    const others = executors.filter((other) => other !== unit && other.state === 'up');
    if (typeof disk === 'string' || unit.state !== 'up' || others.length === 0) return undefined;
    const file = join(disk.path, 'filled');
    const at = performance.now();
    unit.impair();
    await fill(file);
    return {
      what: `the disk of ${unit.name}`,
      at,
      heal: async () => {
        await rm(file);
        unit.repair();
      },
    };
  },
};

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const file = createWriteStream(path);
  const full = once(file, 'error') as Promise<[NodeJS.ErrnoException]>;
  const write = (): void => void (file.destroyed || file.write(CHUNK, (error) => error ?? write()));
  write();
  const [error] = await full;
  if (error.code !== 'ENOSPC') throw error;
}
