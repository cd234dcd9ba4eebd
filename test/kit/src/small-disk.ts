import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';

const run = promisify(execFile);

/** A file system of a few megabytes, in memory. Only root on Linux can make one. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
}

export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await temporaryFolder('arbalest-small-disk-');
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'arbalest-test', folder.path]);
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
  return {
    path: folder.path,
    async [Symbol.asyncDispose]() {
      // Lazily, as a process that is about to end may still hold a file.
      await run('umount', ['-l', folder.path]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Why there can be no small disk here; undefined where there can. */
export async function whyNoSmallDisk(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'a file system in memory can be mounted on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount a file system';
  try {
    await using _disk = await smallDisk(1);
    return undefined;
  } catch (error) {
    return `a file system could not be mounted: ${(error as Error).message}`;
  }
}
