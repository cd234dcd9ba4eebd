import type { Frontend } from '@arbalest/spi';
import { afterAll, beforeAll, describe } from 'vitest';
import { frontendErrors } from './errors.js';
import { frontendParsing } from './parsing.js';
import { frontendPlanning } from './planning.js';
import { frontendStopping } from './stopping.js';
import { type FrontendSubject, type FrontendTexts, SQL_TEXTS } from './subject.js';

/** What every front end must do, ours and strangers' alike. Called at the top level of a test file of the front end. */
export function frontendConformance(name: string, subject: FrontendSubject): void {
  describe(`front end ${name}`, () => {
    let frontend: Frontend;
    const here = () => frontend;
    const texts: FrontendTexts = { ...SQL_TEXTS, ...subject.texts };

    beforeAll(async () => {
      frontend = await subject.open();
    }, 120_000);

    afterAll(async () => {
      await frontend?.close();
    }, 60_000);

    frontendParsing(here, texts);
    frontendPlanning(here, texts);
    frontendErrors(here, texts);
    frontendStopping(subject, here, texts);
  });
}
