import { resolveConfig } from '@arbalest/kernel';
import { expect, test } from 'vitest';
import { stateChoice, withStateSection } from './state-choice.js';

test.each([
  ['memory', { plugin: 'memory', section: {} }],
  ['lmdb', { plugin: 'lmdb', section: {} }],
  ['lmdb:/var/lib/arbalest', { plugin: 'lmdb', section: { directory: '/var/lib/arbalest' } }],
  ['lmdb:state', { plugin: 'lmdb', section: { directory: 'state' } }],
  ['etcd://a', { plugin: 'etcd', section: { endpoints: ['http://a:2379'] } }],
  [
    'etcd://10.0.0.1:2379,b:1,[::1]:2/x/y',
    { plugin: 'etcd', section: { endpoints: ['http://10.0.0.1:2379', 'http://b:1', 'http://[::1]:2'], prefix: '/x/y' } },
  ],
  ['acme-state', { plugin: 'acme-state', section: {} }],
])('%s', (text, choice) => {
  expect(stateChoice(text)).toEqual(choice);
});

test.each(['', 'lmdb:', 'etcd:', 'etcd://', 'etcd:///x', 'etcd://a b/x', 'etcd://a:b', 'postgres://x/y', 'Memory'])(
  '%j is refused',
  (text) => {
    expect(() => stateChoice(text)).toThrow(/is no place for the state; wanted etcd:\/\/host:2379/);
  },
);

test('the address wins over the section of its plugin, which keeps the rest', () => {
  const config = resolveConfig({ plugin: { etcd: { endpoints: ['https://old:1'], tls: { ca: 'ca.pem' } } } });
  const { plugin } = withStateSection(config, stateChoice('etcd://new'));
  expect(plugin).toEqual({ etcd: { endpoints: ['https://new:2379'], tls: { ca: 'ca.pem' } } });
});
