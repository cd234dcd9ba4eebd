import { expect, it } from 'vitest';
import { within } from '../deadline.js';
import { never } from '../never.js';
import { type LauncherPlace } from './place.js';

export function launcherTerminating(here: () => LauncherPlace): void {
  it('stops the executor of a name, and no other', { timeout: 180_000 }, async () => {
    const place = here();
    // One name begins with the other.
    await place.launched('stop-1');
    await place.launched('stop-10');
    await place.launcher.terminate('stop-1', never);
    await place.runs('stop-1', 0);
    await place.listIs('stop-10');
    expect(await place.open.running()).toContain('stop-10');
  });

  it('is content when the executor is gone, or never was', { timeout: 180_000 }, async () => {
    const place = here();
    await place.launched('gone-1');
    await place.open.kill('gone-1');
    await within('Terminating one that has died', place.launcher.terminate('gone-1', never), 60_000);
    await within('Terminating one that is gone', place.launcher.terminate('gone-1', never), 60_000);
    await within('Terminating one that never was', place.launcher.terminate('no-such-executor', never), 60_000);
  });
}
