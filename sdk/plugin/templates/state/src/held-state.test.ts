import { stateConformance } from '@arbalest/plugin-sdk/conformance';
import { loadPlugin } from '@arbalest/plugin-sdk/testing';
import { CLOCK, STATE_STORES, type PluginManifest } from '@arbalest/spi';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HeldState } from './held-state.js';
import plugin from './index.js';

const { arbalest: manifest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  arbalest: PluginManifest;
};

stateConformance('plugin-name', {
  durable: false,
  place: async () => {
    const loaded = await loadPlugin(plugin, { manifest });
    const open = async () => new HeldState({ operations: 64, bytes: 1_048_576 }, loaded.services.get(CLOCK));
    return { open, [Symbol.asyncDispose]: () => loaded.close() };
  },
});

test('its configuration says what a transaction may hold', async () => {
  await using loaded = await loadPlugin(plugin, { manifest, config: { operations: 2 } });
  const store = loaded.services.all(STATE_STORES)[0]!;
  expect(store.limits).toEqual({ operations: 2, bytes: 1_048_576 });
});
