import { afterAll, beforeAll, describe } from 'vitest';
import { temporaryFolder } from '../../testing/index.js';
import { codecDescriptions } from './descriptions.js';
import { codecFilters } from './filters.js';
import { codecNames } from './names.js';
import { codecNative } from './native.js';
import { CodecPlace, ROWS } from './place.js';
import { codecReading } from './reading.js';
import { codecSplitting } from './splitting.js';
import { codecStopping } from './stopping.js';
import type { CodecSubject } from './subject.js';
import { codecWriting } from './writing.js';

/** What every codec must do, ours and strangers' alike. Called at the top level of a test file of the codec. */
export function codecConformance(name: string, subject: CodecSubject): void {
  describe(`codec ${name}`, () => {
    let place: CodecPlace;
    const here = () => place;

    beforeAll(async () => {
      const [open, folder] = [await subject.open(), await temporaryFolder('arbalest-codec-')];
      place = new CodecPlace(subject, open, folder);
      place.table = await place.written('rows', [
        [0, ROWS / 2],
        [ROWS / 2, ROWS],
      ]);
    }, 120_000);

    afterAll(async () => {
      await place?.open.close?.();
      await place?.folder[Symbol.asyncDispose]();
    }, 60_000);

    codecNames(here);
    codecDescriptions(here, subject);
    codecSplitting(here);
    codecReading(here);
    codecFilters(here);
    codecStopping(here);
    codecWriting(here, subject);
    codecNative(here);
  });
}
