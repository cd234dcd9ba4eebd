import { conformanceServer, type UdfLanguage, whyNoUdfServer } from '@arbalest/test-kit';
import { describe, expect, test } from 'vitest';
import { runConformance } from './run-conformance.js';

const LIMIT_MS = 20 * 60_000;
/** As processes; that in C++, which takes minutes to build, is held to the suite as an image, and so are the others: test/e2e/functions. */
const LANGUAGES: readonly UdfLanguage[] = ['python', 'java', 'go'];

describe.each(LANGUAGES)('the server in %s', (language) => {
  test('does what the protocol says', { timeout: LIMIT_MS }, async ({ skip }) => {
    const missing = await whyNoUdfServer(language);
    if (missing !== undefined) skip(missing);
    await using server = await conformanceServer(language);
    const failed: string[] = [];
    let passed = 0;
    for await (const { group, name, outcome, message } of runConformance(server)) {
      if (outcome === 'failed') failed.push(`${group}: ${name}: ${message}`);
      if (outcome === 'passed') passed++;
    }
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(180);
    expect(await server.stop(), server.log()).toBe(0);
  });
});
