import type { PlanNode } from '@arbalest/plan';
import { dataLostError, transientError } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { failingInput, rowsInput, unopenableInput } from './inputs.js';
import { BIGINT, column, type ExecutorPlace, FIELDS, inputNode, rows } from './place.js';

export function executorErrors(here: () => ExecutorPlace): void {
  it('passes on what an input throws: its family, its code and what was lost', async () => {
    const place = here();
    const lost = dataLostError('EXCHANGE_LOST', 'The exchange is gone', { lost: ['exchange-1'] });
    const error = await rejection('A fragment whose input was lost', place.drained(place.over(failingInput(FIELDS, rows(0, 10), lost))));
    expect(error).toMatchObject({ family: 'data-lost', code: 'EXCHANGE_LOST', details: { lost: ['exchange-1'] } });
  });

  it('passes on why an input cannot be opened', async () => {
    const place = here();
    const input = unopenableInput(
      FIELDS.map((field) => ({ ...field, nullable: true })),
      transientError('UNREACHABLE', 'The executor does not answer'),
    );
    const error = await rejection('A fragment whose input does not open', place.drained(place.over(input)));
    expect(error).toMatchObject({ family: 'transient', code: 'UNREACHABLE' });
  });

  it('says that the data is to blame where it is, as a user error, where it projects', async () => {
    const place = here();
    if (!place.can('input', 'project')) return;
    const plan: PlanNode = {
      kind: 'project',
      input: inputNode(0),
      expressions: [{ kind: 'cast', input: column(1), type: BIGINT, try: false }],
    };
    const error = await rejection(
      'A cast of text to a number',
      place.drained(place.request(plan, { inputs: [rowsInput(FIELDS, rows(0, 10))] })),
    );
    expect(error).toMatchObject({ family: 'user' });
  });

  it('refuses a node that is none of its own, and goes on afterwards', async () => {
    const place = here();
    const plan = { kind: 'exchange', input: inputNode(0), distribution: { kind: 'gather' } } as const;
    await rejection('A node that no engine runs', place.drained(place.request(plan, { inputs: [rowsInput(FIELDS, rows(0, 10))] })));
    expect(await place.rows(place.over(rowsInput(FIELDS, rows(0, 10))))).toHaveLength(10);
  });
}
