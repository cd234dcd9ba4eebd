import type { Launcher, LaunchRequest } from '@arbalest/spi';
import { expect } from 'vitest';
import { never } from '../never.js';
import type { OpenLauncher } from './subject.js';

const SETTLE_MS = 60_000;

export function launchRequest(name: string, more: Partial<LaunchRequest> = {}): LaunchRequest {
  return { name, schedulerUrl: 'grpc://127.0.0.1:50051', threads: 2, memoryBytes: 256 * 1024 * 1024, ...more };
}

export class LauncherPlace {
  constructor(
    readonly open: OpenLauncher,
    private readonly settleMs = SETTLE_MS,
  ) {}

  get launcher(): Launcher {
    return this.open.launcher;
  }

  async launched(name: string): Promise<void> {
    await this.launcher.launch(launchRequest(name), never);
    await this.runs(name, 1);
  }

  /** Waits until so many of that name run. */
  async runs(name: string, count: number): Promise<void> {
    await expect
      .poll(async () => (await this.open.running()).filter((running) => running === name).length, { timeout: this.settleMs })
      .toBe(count);
  }

  async listed(): Promise<string[]> {
    return [...(await this.launcher.list(never))].toSorted();
  }

  async listIs(...names: readonly string[]): Promise<void> {
    await expect.poll(() => this.listed(), { timeout: this.settleMs }).toEqual([...names].toSorted());
  }

  /** Nothing of a test is left to the next. */
  async clear(): Promise<void> {
    for (const name of await this.listed()) await this.launcher.terminate(name, never);
    await this.listIs();
  }
}
