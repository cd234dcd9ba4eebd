import { expect, it } from 'vitest';
import { never } from '../never.js';
import { launchRequest, type LauncherPlace } from './place.js';

export function launcherListing(here: () => LauncherPlace): void {
  it('lists what it was asked for as soon as launch has resolved, once each', { timeout: 180_000 }, async () => {
    const place = here();
    expect(await place.listed()).toEqual([]);
    await place.launcher.launch(launchRequest('list-1'), never);
    expect(await place.listed()).toEqual(['list-1']);
    await place.runs('list-1', 1);
    expect(await place.listed()).toEqual(['list-1']);
  });

  it('lists nothing that has died or was terminated', { timeout: 180_000 }, async () => {
    const place = here();
    await place.launched('dead-1');
    await place.launched('dead-2');
    await place.open.kill('dead-1');
    await place.listIs('dead-2');
    await place.launcher.terminate('dead-2', never);
    await place.listIs();
  });
}
