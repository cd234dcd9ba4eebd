import { describe, expect, test } from 'vitest';
import { BodyPool } from './body-pool.js';

const KIB = 1024;

describe('BodyPool', () => {
  test('gives memory out again once it is released, and not before', () => {
    const pool = new BodyPool();
    const first = pool.allocate(100 * KIB);
    expect(pool.allocate(100 * KIB).buffer).not.toBe(first.buffer);
    pool.release(first.buffer);
    const again = pool.allocate(90 * KIB);
    expect(again.buffer).toBe(first.buffer);
    expect(again.byteLength).toBe(90 * KIB);
    expect(pool.allocate(90 * KIB).buffer).not.toBe(first.buffer);
  });

  test('takes memory back once, however often it is released', () => {
    const pool = new BodyPool();
    const first = pool.allocate(100 * KIB);
    pool.release(first.buffer);
    pool.release(first.buffer);
    pool.allocate(100 * KIB);
    expect(pool.allocate(100 * KIB).buffer).not.toBe(first.buffer);
  });

  test('takes no memory that is not its own', () => {
    const pool = new BodyPool();
    const foreign = new ArrayBuffer(100 * KIB);
    pool.release(foreign);
    expect(pool.allocate(100 * KIB).buffer).not.toBe(foreign);
  });

  test('keeps no more than it may, nothing that is much too large for what is asked, and nothing once it is cleared', () => {
    const pool = new BodyPool();
    const many = Array.from({ length: 35 }, () => pool.allocate(8 * KIB * KIB));
    for (const each of many) pool.release(each.buffer);
    const memory = new Set(many.map(({ buffer }) => buffer));
    expect(memory.has(pool.allocate(100 * KIB).buffer)).toBe(false);
    expect(memory.has(pool.allocate(8 * KIB * KIB).buffer)).toBe(true);
    const found = Array.from({ length: 35 }, () => memory.has(pool.allocate(8 * KIB * KIB).buffer));
    expect(found.filter(Boolean)).toHaveLength(27);
    for (const each of many) pool.release(each.buffer);
    pool.clear();
    expect(memory.has(pool.allocate(8 * KIB * KIB).buffer)).toBe(false);
  });
});
