import { describe, expect, test } from 'vitest';
import { BodyPool } from './body-pool.js';

const KIB = 1024;

function batchIn(pool: BodyPool, bytes: number) {
  return pool.lend({ rows: 1, metadata: new Uint8Array(0), body: pool.allocate(bytes) });
}

describe('BodyPool', () => {
  test('gives memory out again once its batch is released, and not before', () => {
    const pool = new BodyPool();
    const first = batchIn(pool, 100 * KIB);
    expect(pool.allocate(100 * KIB).buffer).not.toBe(first.body.buffer);
    first.release?.();
    const again = pool.allocate(90 * KIB);
    expect(again.buffer).toBe(first.body.buffer);
    expect(again.byteLength).toBe(90 * KIB);
    expect(pool.allocate(90 * KIB).buffer).not.toBe(first.body.buffer);
  });

  test('takes memory back once, however often it is released', () => {
    const pool = new BodyPool();
    const first = batchIn(pool, 100 * KIB);
    first.release?.();
    first.release?.();
    pool.allocate(100 * KIB);
    expect(pool.allocate(100 * KIB).buffer).not.toBe(first.body.buffer);
  });

  test('takes no memory that is not its own', () => {
    const pool = new BodyPool();
    const foreign = { rows: 1, metadata: new Uint8Array(0), body: new Uint8Array(100 * KIB) };
    expect(pool.lend(foreign)).toBe(foreign);
  });

  test('keeps no more than it may, and nothing that is much too large for what is asked', () => {
    const pool = new BodyPool();
    const many = Array.from({ length: 5 }, () => batchIn(pool, 8 * KIB * KIB));
    for (const batch of many) batch.release?.();
    const memory = new Set(many.map(({ body }) => body.buffer));
    expect(memory.has(pool.allocate(100 * KIB).buffer)).toBe(false);
    const found = Array.from({ length: 5 }, () => memory.has(pool.allocate(8 * KIB * KIB).buffer));
    expect(found.filter(Boolean)).toHaveLength(3);
  });
});
