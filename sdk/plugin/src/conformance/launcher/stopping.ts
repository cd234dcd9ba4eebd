import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { launchRequest, type LauncherPlace } from './place.js';

export function launcherStopping(here: () => LauncherPlace): void {
  it('launches nothing when it was told to stop before', async () => {
    const { launcher, open } = here();
    await rejection('Launching, with a signal that has aborted', launcher.launch(launchRequest('never-1'), AbortSignal.abort()));
    await rejection('Terminating, with a signal that has aborted', launcher.terminate('never-1', AbortSignal.abort()));
    await rejection('Listing, with a signal that has aborted', launcher.list(AbortSignal.abort()));
    expect(await open.running()).not.toContain('never-1');
  });

  it('gives up when its signal aborts while the place does not answer', async () => {
    const { launcher, open } = here();
    if (open.stall === undefined) return;
    const resume = await open.stall();
    try {
      const calls = [
        (signal: AbortSignal) => launcher.launch(launchRequest('stalled-1'), signal),
        (signal: AbortSignal) => launcher.terminate('stalled-1', signal),
        (signal: AbortSignal) => launcher.list(signal),
      ];
      for (const call of calls) {
        const controller = new AbortController();
        const asked = call(controller.signal);
        setTimeout(() => controller.abort(), 100);
        await rejection('A call, once its signal has aborted', asked);
      }
    } finally {
      await resume();
    }
  });
}
