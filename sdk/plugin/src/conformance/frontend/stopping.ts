import type { Frontend } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { rejection, within } from '../deadline.js';
import { planContext } from './context.js';
import type { FrontendSubject, FrontendTexts } from './subject.js';

export function frontendStopping({ open }: FrontendSubject, here: () => Frontend, texts: FrontendTexts): void {
  it('gives up a plan when its signal aborts, while a table is looked for', async () => {
    const controller = new AbortController();
    const stopped = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
    });
    stopped.catch(() => undefined);
    const planning = here().plan(texts.query, planContext(texts.view, { signal: controller.signal, resolve: () => stopped }));
    setTimeout(() => controller.abort(new Error('told to')), 100);
    await rejection('Planning, once the signal has aborted', planning);
    expect((await here().plan(texts.query, planContext(texts.view))).fields).toHaveLength(2);
  });

  it('can be closed, also when it has done nothing', async () => {
    const unused = await open();
    await within('Closing', unused.close());
  });
}
