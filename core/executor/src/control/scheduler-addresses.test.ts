import { expect, test } from 'vitest';
import { SchedulerAddresses } from './scheduler-addresses.js';

test('the one that took us is tried again first, then the others in turn', () => {
  const addresses = new SchedulerAddresses(['a', 'b']);
  addresses.failed();
  expect(addresses.next).toBe('b');
  addresses.took();
  addresses.learn(['b', 'c']);
  const tried = Array.from({ length: 4 }, () => {
    const { next } = addresses;
    addresses.failed();
    return next;
  });
  expect(tried).toEqual(['b', 'c', 'a', 'b']);
});

test('a leader that is named is gone to at once, but two that name each other are not followed for ever', () => {
  const addresses = new SchedulerAddresses(['a', 'b']);
  addresses.failed('x');
  expect(addresses.next).toBe('x');
  addresses.failed('a');
  expect(addresses.next).toBe('a');
  addresses.failed('x');
  expect(addresses.next).toBe('b');
  addresses.took();
  addresses.failed('x');
  expect(addresses.next).toBe('x');
  addresses.failed();
  expect(addresses.next).toBe('b');
});

test('schedulers that are gone are forgotten when another list comes, those that were given never', () => {
  const addresses = new SchedulerAddresses(['a']);
  addresses.learn(['b', 'c']);
  expect(addresses.count).toBe(3);
  addresses.learn(['c']);
  expect(addresses.count).toBe(2);
  addresses.learn([]);
  expect(addresses.count).toBe(2);
});
