import { expect, test } from 'vitest';
import { parseDuration } from './duration.js';
import { nearestNames } from './nearest-names.js';
import { SessionSettings } from './session-settings.js';
import { checkSetting, SETTINGS } from './settings.js';

test('every default is a value that the setting takes, and every setting says what it does', () => {
  for (const { name, default: value, doc, ...definition } of SETTINGS.values()) {
    expect(definition.check(value), name).toBeUndefined();
    expect(doc, name).not.toBe('');
  }
});

test.each([
  ['query_timeout', 'soon', "query_timeout must be a length of time such as 500ms, 30s or 5min, not 'soon'"],
  ['planner.partitions', 'many', "planner.partitions must be a whole number from 0 to 4096, not 'many'"],
  ['default_order', 'up', "default_order must be one of asc, desc, ascending, descending, not 'up'"],
  ['queue_weight', '0', "queue_weight must be a number from 0.01 to 100, not '0'"],
])('%s = %s is refused', (name, value, message) => {
  expect(() => checkSetting(name, value)).toThrow(message);
});

test('what was set, over what the scheduler was started with, over the default', () => {
  const settings = new SessionSettings(new Map([['queue_weight', '2']]), { TimeZone: 'Asia/Tokyo', 'planner.small_query_bytes': '0' });
  expect(settings.number('queue_weight')).toBe(2);
  settings.set('queue_weight', '3');
  expect(settings.number('queue_weight')).toBe(3);
  settings.reset('queue_weight');
  expect(settings.number('queue_weight')).toBe(2);
  expect(settings.engine()).toEqual({ timezone: 'Asia/Tokyo' });
  expect(settings.planner().smallQueryBytes).toBe(0);
  expect(() => settings.get('nothing')).toThrow("There is no setting 'nothing'; SHOW ALL lists");
});

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['30', 30_000],
  ['1.5 min', 90_000],
  ['2h', 7_200_000],
  ['-1s', undefined],
  ['', undefined],
])('%s is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test('nearest names', () => {
  const names = ['flights', 'airports', 'other.flights', 'a'];
  expect(nearestNames('fligths', names)).toEqual(['flights']);
  expect(nearestNames('flights', ['other.flights'])).toEqual(['other.flights']);
  expect(nearestNames('zebra', names)).toEqual([]);
});
