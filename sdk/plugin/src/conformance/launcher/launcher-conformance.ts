import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { launcherLaunching } from './launching.js';
import { launcherListing } from './listing.js';
import { launcherStopping } from './stopping.js';
import type { LauncherSubject, OpenLauncher } from './subject.js';
import { launcherTerminating } from './terminating.js';
import { LauncherPlace } from './place.js';

/** What every launcher must do, ours and strangers' alike. Called at the top level of a test file of the launcher. */
export function launcherConformance(name: string, subject: LauncherSubject): void {
  describe(`launcher ${name}`, () => {
    let open: OpenLauncher;
    let place: LauncherPlace;
    const here = () => place;

    beforeAll(async () => {
      open = await subject.open();
      place = new LauncherPlace(open, subject.settleMs);
    }, 120_000);

    afterEach(() => place?.clear(), 120_000);

    afterAll(async () => {
      await open?.close?.();
    }, 60_000);

    launcherLaunching(here);
    launcherTerminating(here);
    launcherListing(here);
    launcherStopping(here);
  });
}
