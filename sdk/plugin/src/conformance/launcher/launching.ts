import { expect, it } from 'vitest';
import { never } from '../never.js';
import { launchRequest, type LauncherPlace } from './place.js';

export function launcherLaunching(here: () => LauncherPlace): void {
  it('launches an executor that is told its scheduler, threads and memory', { timeout: 180_000 }, async () => {
    const place = here();
    await place.launcher.launch(
      launchRequest('told-1', { schedulerUrl: 'grpc://127.0.0.1:4711', threads: 3, memoryBytes: 300 * 1024 * 1024 }),
      never,
    );
    await place.runs('told-1', 1);
    expect(await place.open.told('told-1')).toEqual({ schedulerUrl: 'grpc://127.0.0.1:4711', threads: 3, memoryBytes: 300 * 1024 * 1024 });
  });

  it('launches one executor, however often and at once it is asked for that name', { timeout: 180_000 }, async () => {
    const place = here();
    await Promise.all([place.launcher.launch(launchRequest('once-1'), never), place.launcher.launch(launchRequest('once-1'), never)]);
    await place.runs('once-1', 1);
    await place.launcher.launch(launchRequest('once-1'), never);
    await place.launched('once-2');
    expect((await place.open.running()).filter((name) => name === 'once-1')).toHaveLength(1);
    expect(await place.listed()).toEqual(['once-1', 'once-2']);
  });

  it('takes a name for the same executor when another scheduler asks', { timeout: 180_000 }, async () => {
    const place = here();
    await place.launched('shared-1');
    const other = await place.open.another();
    await other.launch(launchRequest('shared-1'), never);
    expect(await other.list(never)).toEqual(['shared-1']);
    expect((await place.open.running()).filter((name) => name === 'shared-1')).toHaveLength(1);
    await other.terminate('shared-1', never);
    await place.runs('shared-1', 0);
  });

  it('launches a name anew after it was terminated, and after it has died', { timeout: 240_000 }, async () => {
    const place = here();
    await place.launched('again-1');
    await place.launcher.terminate('again-1', never);
    await place.runs('again-1', 0);
    await place.launched('again-1');
    await place.open.kill('again-1');
    await place.listIs();
    await place.launched('again-1');
  });
}
