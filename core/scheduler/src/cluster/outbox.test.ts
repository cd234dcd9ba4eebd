import { expect, test } from 'vitest';
import { Outbox } from './outbox.js';

const launch = (job: string) => ({ ref: { job, stage: 0, task: 0, attempt: 1 } });
const fragment = (job: string) => ({ job, stage: 0 });

test('what is told within a tick goes in one message; nothing to say makes none', () => {
  const outbox = new Outbox();
  expect(outbox.take()).toEqual([]);
  outbox.launch(launch('a'), fragment('a'));
  outbox.forget('a');
  outbox.launch(launch('b'), fragment('b'));
  expect(outbox.take()).toMatchObject([{ fragments: [{ job: 'a' }, { job: 'b' }], launches: [{}, {}], forgetJobs: ['a'] }]);
  expect(outbox.take()).toEqual([]);
});

test('a job that is launched after it was forgotten is not forgotten with what was before', () => {
  const outbox = new Outbox();
  outbox.forget('a');
  outbox.launch(launch('a'), fragment('a'));
  outbox.alive();
  expect(outbox.take()).toMatchObject([
    { launches: [], forgetJobs: ['a'], beat: false },
    { launches: [launch('a')], fragments: [fragment('a')], forgetJobs: [], beat: true },
  ]);
});
