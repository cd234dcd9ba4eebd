import { expect, it } from 'vitest';
import type { Field } from '@arbalest/spi';
import { storageCasts } from './storage-types.js';

it('casts what Parquet would lose, nested too, and nothing else', () => {
  const field = (name: string, type: Field['type']): Field => ({ name, type, nullable: true });
  expect(
    storageCasts([
      field('a', { id: 'BIGINT' }),
      field('h', { id: 'HUGEINT' }),
      field('l', { id: 'LIST', child: { id: 'STRUCT', fields: [{ name: 'x', type: { id: 'UHUGEINT' } }] } }),
      field('d', { id: 'DECIMAL', width: 38, scale: 2 }),
    ]),
  ).toEqual({ h: 'DECIMAL(38,0)', l: 'STRUCT("x" VARCHAR)[]' });
});
