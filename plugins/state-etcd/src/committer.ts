import { randomBytes } from 'node:crypto';
import { type CommitResult, type StateTransaction, transientError, userError } from '@arbalest/spi';
import type { ICompare, IRequestOp, ITxnRequest, ITxnResponse } from 'etcd3';
import { definiteError, wasNeverSent } from './etcd-errors.js';
import type { Keys } from './keys.js';
import type { CallOptions, Member, Members } from './members.js';
import { compareOf, operationOf } from './transaction-request.js';

/** A key that shows which transaction of ours was the last to be applied of those that went through it, and its revision before the next one. */
interface Mark {
  readonly key: Buffer;
  revision: string;
}

/** Marks of processes that ended without a word are removed when they are this many revisions old. */
const OLD_REVISIONS = 100_000n;

/**
 * Transactions that are applied at most once, however often they are sent.
 *
 * Each goes through a mark that no other uses meanwhile. It compares the mark's revision, and puts its own name there: once one of its sends has been
 * applied, the comparison of all others fails, also of those that are on their way. What the mark says then tells what became of it. When it is sent again and
 * its conditions do not hold, it changes the mark too, so that an earlier send cannot be applied any more when they hold again.
 */
export class Committer {
  private readonly client = randomBytes(6).toString('hex');
  private free: Mark[] = [];
  private marks = 0;
  private transactions = 0;

  constructor(
    private readonly members: Members,
    private readonly keys: Keys,
  ) {}

  async commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
    const leases = writes.flatMap((write) => (write.kind === 'put' && write.lease !== undefined ? [write.lease] : []));
    for (const lease of leases) if (!/^\d+$/.test(lease)) throw userError('LEASE_NOT_FOUND', `There is no lease ${lease}`);
    const compare = conditions.map((condition) => compareOf(condition, this.keys));
    if (writes.length === 0) return this.check(compare);
    const success = writes.map((write) => operationOf(write, this.keys));
    for (;;) {
      const mark = this.free.pop() ?? (await this.makeMark());
      const result = await this.applyThrough(mark, compare, success);
      if (result) return result;
    }
  }

  /** Removes the marks that are not in use. */
  async close(): Promise<void> {
    const marks = this.free.splice(0);
    if (marks.length === 0) return;
    const success = marks.slice(0, 100).map(({ key }) => ({ request_delete_range: { key } }));
    await this.members.call('remove marks', (member, options) => member.kv.txn({ success }, options));
  }

  private async check(compare: ICompare[]): Promise<CommitResult> {
    const { succeeded, header } = await this.members.call('compare', (member, options) => member.kv.txn({ compare }, options));
    return succeeded ? { committed: true, revision: BigInt(header.revision) } : { committed: false };
  }

  /** Undefined when the mark was not there any more: nothing was applied, and nothing is on its way. */
  private async applyThrough(
    mark: Mark,
    conditions: readonly ICompare[],
    writes: readonly IRequestOp[],
  ): Promise<CommitResult | undefined> {
    const name = `${this.client}/${++this.transactions}`;
    const sends = sendsOf(mark, name, conditions, writes);
    let unanswered = 0;
    const send = async (member: Member, options: CallOptions): Promise<{ readonly answer: ITxnResponse; readonly again: boolean }> => {
      const again = unanswered > 0;
      unanswered++;
      try {
        return { answer: await member.kv.txn(again ? sends.again : sends.first, options), again };
      } catch (error) {
        if (wasNeverSent(error) || definiteError(error)) unanswered--;
        throw error;
      }
    };
    try {
      const { answer, again } = await this.members.call('commit', send);
      return this.outcome(mark, name, answer, again);
    } catch (error) {
      if (unanswered === 0) this.free.push(mark);
      else if (definiteError(error)?.code === 'STATE_UNAVAILABLE') {
        throw transientError('STATE_UNCERTAIN', `Whether a transaction was applied is not known: ${(error as Error).message}`, {
          cause: error,
        });
      }
      throw error;
    }
  }

  private outcome(mark: Mark, name: string, answer: ITxnResponse, again: boolean): CommitResult | undefined {
    const { succeeded, header, responses } = answer;
    if (succeeded) return this.settled(mark, header.revision, true);
    const nested = again ? responses[0]?.response_txn : undefined;
    if (nested?.succeeded) return this.settled(mark, header.revision, false);
    const found = (nested ? nested.responses[0] : responses[0])?.response_range.kvs[0];
    if (!again) return found?.mod_revision === mark.revision ? this.settled(mark, mark.revision, false) : undefined;
    const says = found?.value.toString();
    if (found && says === name) return this.settled(mark, found.mod_revision, true);
    if (found && says === `${name} void`) return this.settled(mark, found.mod_revision, false);
    throw transientError('STATE_UNCERTAIN', 'Whether a transaction was applied is not known: its mark in etcd was removed');
  }

  private settled(mark: Mark, revision: string, committed: boolean): CommitResult {
    mark.revision = revision;
    this.free.push(mark);
    return committed ? { committed, revision: BigInt(revision) } : { committed };
  }

  private async makeMark(): Promise<Mark> {
    if (this.marks === 0) this.removeOldMarks().catch(() => {});
    const key = this.keys.marker(this.client, ++this.marks);
    const request: ITxnRequest = {
      compare: [{ key, result: 'Equal', target: 'Create', create_revision: '0' }],
      success: [{ request_put: { key, value: Buffer.alloc(0) } }],
      failure: [{ request_range: { key } }],
    };
    const { succeeded, header, responses } = await this.members.call('make a mark', (member, options) => member.kv.txn(request, options));
    return { key, revision: succeeded ? header.revision : responses[0]!.response_range.kvs[0]!.mod_revision };
  }

  private async removeOldMarks(): Promise<void> {
    const { kvs, header } = await this.members.call('list marks', (member, options) =>
      member.kv.range({ ...this.keys.markers, keys_only: true, limit: 1_000 }, options),
    );
    for (const { key, mod_revision } of kvs) {
      if (BigInt(mod_revision) > BigInt(header.revision) - OLD_REVISIONS) continue;
      const compare: ICompare[] = [{ key, result: 'Equal', target: 'Mod', mod_revision }];
      await this.members.call('remove a mark', (member, options) =>
        member.kv.txn({ compare, success: [{ request_delete_range: { key } }] }, options),
      );
    }
  }
}

function sendsOf({ key, revision }: Mark, name: string, conditions: readonly ICompare[], writes: readonly IRequestOp[]) {
  const unmarked: ICompare = { key, result: 'Equal', target: 'Mod', mod_revision: revision };
  const look: IRequestOp = { request_range: { key } };
  const compare = [...conditions, unmarked];
  const success = [...writes, { request_put: { key, value: Buffer.from(name) } }];
  const makeVoid = { compare: [unmarked], success: [{ request_put: { key, value: Buffer.from(`${name} void`) } }], failure: [look] };
  const first: ITxnRequest = { compare, success, failure: [look] };
  const again: ITxnRequest = { compare, success, failure: [{ request_txn: makeVoid }] };
  return { first, again };
}
