import { describe, expect, it } from 'vitest';
import type { GatewaySubject } from './subject.js';

export function gatewayConformance(name: string, subject: GatewaySubject): void {
  describe('gateway ' + name, () => {
    it('opens', async () => {
      expect(await subject.open(undefined as never)).toBeDefined();
    });
  });
}
