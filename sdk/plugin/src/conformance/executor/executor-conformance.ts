import { describe, expect, it } from 'vitest';
import type { ExecutorSubject } from './subject.js';

export function executorConformance(name: string, subject: ExecutorSubject): void {
  describe('executor ' + name, () => {
    it('opens', async () => {
      expect(await subject.open(undefined as never)).toBeDefined();
    });
  });
}
