import { describe, expect, it } from 'vitest';
import type { FrontendSubject } from './subject.js';

export function frontendConformance(name: string, subject: FrontendSubject): void {
  describe('frontend ' + name, () => {
    it('opens', async () => {
      expect(await subject.open()).toBeDefined();
    });
  });
}
