import { describe, expect, it } from 'vitest';
import type { CatalogSubject } from './subject.js';

export function catalogConformance(name: string, subject: CatalogSubject): void {
  describe('catalog ' + name, () => {
    it('opens', async () => {
      expect(await subject.open()).toBeDefined();
    });
  });
}
