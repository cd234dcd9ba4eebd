import { expect, test } from 'vitest';
import { PLANNER_DEFAULTS, resolvePlannerSettings } from './planner-settings.js';

test('nothing said means the defaults', () => {
  expect(resolvePlannerSettings({})).toEqual(PLANNER_DEFAULTS);
  expect(PLANNER_DEFAULTS).toEqual({ smallQueryBytes: 16 * 2 ** 20, broadcastBytes: 64 * 2 ** 20, partitions: 0, adaptive: true });
});

test('settings of others are passed over', () => {
  expect(resolvePlannerSettings({ timezone: 'UTC' })).toEqual(PLANNER_DEFAULTS);
});

test('every setting is read', () => {
  const settings = {
    'planner.small_query_bytes': '0',
    'planner.broadcast_bytes': '8 MiB',
    'planner.partitions': '7',
    'planner.adaptive': 'off',
  };
  expect(resolvePlannerSettings(settings)).toEqual({ smallQueryBytes: 0, broadcastBytes: 8 * 2 ** 20, partitions: 7, adaptive: false });
  expect(resolvePlannerSettings({ 'planner.broadcast_bytes': '1.5GB' }).broadcastBytes).toBe(1.5e9);
});

test.each([
  ['planner.broadcast_bytes', 'lots', /must be a number of bytes .* not 'lots'/],
  ['planner.partitions', '-1', /from 0 to 4096/],
  ['planner.adaptive', 'perhaps', /true or false/],
  ['planner.colour', 'red', /There is no setting planner.colour/],
])('%s = %s is refused', (name, value, message) => {
  expect(() => resolvePlannerSettings({ [name]: value })).toThrow(message);
});
