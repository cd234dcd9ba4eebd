import { expect, test } from 'vitest';
import { isTrusted, type LeadershipEvent, type LeadershipState, NEW_LEADERSHIP, onLeadershipEvent } from './leadership-machine.js';

const TTL = { ttlMs: 3000 };

const STATES: Readonly<Record<LeadershipState['state'], LeadershipState>> = {
  joining: NEW_LEADERSHIP,
  standby: { ...NEW_LEADERSHIP, state: 'standby', lease: 'l' },
  campaigning: { ...NEW_LEADERSHIP, state: 'campaigning', lease: 'l' },
  leading: { state: 'leading', lease: 'l', term: 5n, provenAt: 1000 },
  stopped: { ...NEW_LEADERSHIP, state: 'stopped' },
};

const EVENTS: Readonly<Record<string, LeadershipEvent>> = {
  lease: { type: 'lease', lease: 'm' },
  'lease-lost': { type: 'lease-lost', lease: 'l' },
  'other lease lost': { type: 'lease-lost', lease: 'k' },
  nobody: { type: 'seen', leader: undefined, at: 2000 },
  other: { type: 'seen', leader: { term: 9n, own: false }, at: 2000 },
  own: { type: 'seen', leader: { term: 5n, own: true }, at: 2000 },
  'nobody, before': { type: 'seen', leader: undefined, at: 500 },
  'own, long ago': { type: 'seen', leader: { term: 5n, own: true }, at: 4000 },
  elected: { type: 'elected', term: 5n, at: 2000 },
  'not-elected': { type: 'not-elected' },
  broken: { type: 'broken', term: 5n },
  'broken before': { type: 'broken', term: 4n },
  gone: { type: 'gone', term: 9n },
  tick: { type: 'tick', at: 3999 },
  'late tick': { type: 'tick', at: 4000 },
  stop: { type: 'stop' },
};

/** Next state and effects; `=` where nothing changes. */
const TABLE: Readonly<Record<string, Readonly<Record<LeadershipState['state'], string>>>> = {
  lease: {
    joining: 'standby register look',
    standby: '= release-lease',
    campaigning: '= release-lease',
    leading: '= release-lease',
    stopped: '= release-lease',
  },
  'lease-lost': {
    joining: '=',
    standby: 'joining acquire-lease',
    campaigning: 'joining acquire-lease',
    leading: 'joining step-down acquire-lease',
    stopped: '=',
  },
  'other lease lost': { joining: '=', standby: '=', campaigning: '=', leading: '=', stopped: '=' },
  nobody: {
    joining: '=',
    standby: 'campaigning campaign',
    campaigning: '=',
    leading: 'joining step-down release-lease acquire-lease',
    stopped: '=',
  },
  other: { joining: '=', standby: '=', campaigning: '=', leading: 'joining step-down release-lease acquire-lease', stopped: '=' },
  own: { joining: '=', standby: 'leading lead', campaigning: '=', leading: 'leading', stopped: '=' },
  'nobody, before': { joining: '=', standby: 'campaigning campaign', campaigning: '=', leading: '=', stopped: '=' },
  'own, long ago': {
    joining: '=',
    standby: 'leading lead',
    campaigning: '=',
    leading: 'joining step-down release-lease acquire-lease',
    stopped: '=',
  },
  elected: { joining: '=', standby: '=', campaigning: 'leading lead', leading: '=', stopped: '=' },
  'not-elected': { joining: '=', standby: '=', campaigning: 'standby look', leading: '=', stopped: '=' },
  broken: { joining: '=', standby: '=', campaigning: '=', leading: 'joining step-down release-lease acquire-lease', stopped: '=' },
  'broken before': { joining: '=', standby: '=', campaigning: '=', leading: '=', stopped: '=' },
  gone: { joining: '=', standby: '= depose', campaigning: '=', leading: '=', stopped: '=' },
  tick: { joining: '= look', standby: '= look', campaigning: '= look', leading: '= look', stopped: '=' },
  'late tick': {
    joining: '= look',
    standby: '= look',
    campaigning: '= look',
    leading: 'joining step-down release-lease acquire-lease',
    stopped: '=',
  },
  stop: {
    joining: 'stopped',
    standby: 'stopped release-lease',
    campaigning: 'stopped release-lease',
    leading: 'stopped step-down release-lease',
    stopped: '=',
  },
};

test.each(Object.entries(TABLE))('%s in every state', (event, row) => {
  for (const [name, before] of Object.entries(STATES)) {
    const { state, effects } = onLeadershipEvent(before, EVENTS[event]!, TTL);
    const next = state === before ? '=' : state.state;
    expect([next, ...effects.map(({ type }) => type)].join(' '), `${event} in ${name}`).toBe(row[name as LeadershipState['state']]);
  }
});

test('a leader is trusted for as long as its lease lasts after it was last proven', () => {
  const proven = onLeadershipEvent(STATES.leading, EVENTS['own']!, TTL).state;
  expect([4999, 5000].map((at) => isTrusted(proven, at, TTL.ttlMs))).toEqual([true, false]);
  expect(isTrusted(STATES.standby, 0, TTL.ttlMs)).toBe(false);
});
