import { expect, it } from 'vitest';
import type { CodecPlace } from './place.js';

export function codecNames(here: () => CodecPlace): void {
  it('has a name, file name endings and table functions in lower case', () => {
    const { id, extensions, tableFunctions = [] } = here().codec;
    expect(id).toMatch(/^[^\sA-Z]+$/);
    for (const extension of extensions) expect(extension).toMatch(/^\.[^\sA-Z]+$/);
    for (const name of tableFunctions) expect(name).toMatch(/^[^\sA-Z]+$/);
  });
}
