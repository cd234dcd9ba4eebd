import { type ArbalestError, type Clock, type Log, userError } from '@arbalest/spi';
import {
  type ExecutorEvent,
  type ExecutorLimits,
  expectedExecutor,
  newExecutor,
  onExecutorEvent,
  takesTasks,
} from '../machine/executor-machine.js';
import type { ExecutorMessage, Register, TaskStatus } from '../messages.js';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';
import { toErrorInfo } from '../service/error-info.js';
import { Conduct } from './conduct.js';
import type { ExecutorConnection } from './executor-connection.js';
import { attemptOf, ExecutorRecord } from './executor-record.js';

/** What the registry tells of its executors. */
export interface RegistryListener {
  statuses(executor: ExecutorRecord, statuses: readonly TaskStatus[]): void;
  /** It is here, or back after a break, with these attempts and no others. What was sent to it last may never have arrived. */
  registered(executor: ExecutorRecord, known: readonly AttemptRef[]): void;
  /** @param byItself no other was lost at about the same time */
  lost(executor: ExecutorRecord, byItself: boolean): void;
  /** There may be more room than before, or something to send. */
  changed(): void;
}

export interface RegistryOptions extends ExecutorLimits {
  readonly clock: Clock;
  readonly log: Log;
  readonly exchangeKey: Uint8Array;
  readonly term: number;
  readonly schedulers: () => readonly string[];
  readonly beatIntervalMs: number;
}

/** The executors that there are, from their first connection until they are lost. */
export class ExecutorRegistry {
  private readonly records = new Map<string, ExecutorRecord>();
  private readonly detachedIds = new Set<string>();
  private readonly open = new Set<ExecutorConnection>();
  private cancelTick: (() => void) | undefined;
  private readonly conduct: Conduct;
  private closed = false;
  private lastLossAt = -Infinity;
  private ticks = 0;
  private tickDue = Infinity;
  private stalledAt = -Infinity;

  constructor(
    private readonly options: RegistryOptions,
    private readonly listener: RegistryListener,
  ) {
    this.conduct = new Conduct(options, this.records, (record, event) => this.apply(record, event));
  }

  /** Oldest first. */
  list(): readonly ExecutorRecord[] {
    return [...this.records.values()];
  }

  get(id: string): ExecutorRecord | undefined {
    return this.records.get(id);
  }

  usable(): readonly ExecutorRecord[] {
    return this.list().filter((record) => takesTasks(record.state));
  }

  detached(): ReadonlySet<string> {
    return this.detachedIds;
  }

  attach(connection: ExecutorConnection): void {
    if (this.closed) return connection.close();
    this.open.add(connection);
    void this.converse(connection);
  }

  /** @returns whether there is one of that id. It is told again when it comes back after a break. */
  drain(id: string): boolean {
    const record = this.records.get(id);
    if (!record) return false;
    this.apply(record, { type: 'drain' });
    record.outbox.drain();
    return true;
  }

  /** An executor of which another scheduler knew comes within `graceMs`, or is lost. */
  expect(id: string, graceMs: number): void {
    if (this.records.has(id) || this.closed) return;
    const { clock, graceMs: usualMs } = this.options;
    const record = new ExecutorRecord(id, { executor: id }, expectedExecutor(clock.monotonic() + graceMs - usualMs), clock.now());
    this.records.set(id, record);
    this.detachedIds.add(id);
    this.startTicking();
  }

  flush(): void {
    for (const record of this.records.values()) record.flush();
  }

  /** Closes the connections without sending what waits to be sent. */
  abandon(): void {
    for (const record of this.records.values()) record.outbox.take();
    this.close();
  }

  close(): void {
    this.closed = true;
    this.cancelTick?.();
    this.flush();
    for (const connection of this.open) connection.close();
  }

  /** The life of one connection; never rejects. */
  private async converse(connection: ExecutorConnection): Promise<void> {
    let record: ExecutorRecord | undefined;
    try {
      for await (const message of connection.messages) {
        if (message.register) record = this.register(connection, message.register);
        if (record?.connection === connection) this.onMessage(record, message);
      }
    } catch (thrown) {
      this.options.log.warn('The stream to an executor has broken', { executor: record?.id, cause: String(thrown) });
    } finally {
      this.open.delete(connection);
      connection.close();
      if (record?.connection === connection) this.disconnected(record);
    }
  }

  private register(connection: ExecutorConnection, info: Register): ExecutorRecord | undefined {
    const id = info.executor ?? '';
    const wrong = refusal(info);
    if (wrong) {
      connection.send({ registered: { refused: toErrorInfo(wrong) } });
      connection.close();
      return undefined;
    }
    const now = this.options.clock.monotonic();
    const known = this.records.get(id);
    if (known && known.connection !== connection) known.connection?.close();
    const record = this.taken(known, info, now) ?? this.welcome(id, info, now);
    record.connection = connection;
    record.info = info;
    if (record.state.drains) record.outbox.drain();
    this.reconcile(record);
    const { exchangeKey, beatIntervalMs, term, schedulers } = this.options;
    connection.send({ registered: { exchangeKey, beatIntervalMs, term, schedulers: [...schedulers()] } });
    this.startTicking();
    this.listener.changed();
    return record;
  }

  /** The record of the same process before the break, if it may go on. */
  private taken(known: ExecutorRecord | undefined, info: Register, at: number): ExecutorRecord | undefined {
    if (!known) return undefined;
    this.apply(known, { type: 'register', pid: info.pid ?? 0, at });
    return known.state.state === 'lost' ? undefined : known;
  }

  private welcome(id: string, info: Register, now: number): ExecutorRecord {
    const record = new ExecutorRecord(id, info, newExecutor(info.pid ?? 0, now), this.options.clock.now());
    this.records.set(id, record);
    this.options.log.info('An executor has joined', { executor: id, host: info.host ?? '', slots: record.slots });
    return record;
  }

  private onMessage(record: ExecutorRecord, message: ExecutorMessage): void {
    this.apply(record, { type: 'heard', at: this.options.clock.monotonic() });
    if (message.beat) record.memoryUsed = message.beat.memoryUsedBytes ?? 0;
    if (message.draining) this.apply(record, { type: 'drain' });
    const { statuses } = message;
    if (!statuses || statuses.length === 0) return;
    for (const status of statuses) this.conduct.judge(record, status);
    this.listener.statuses(record, statuses);
  }

  private disconnected(record: ExecutorRecord): void {
    record.connection = undefined;
    if (this.closed) return;
    const at = this.options.clock.monotonic();
    this.noticeStall(at);
    const extraMs = this.extraGraceMs(record, at);
    this.apply(record, { type: 'disconnect', at: at + extraMs });
    this.endGraceAfter(record, this.options.graceMs + extraMs);
    this.listener.changed();
  }

  /**
   * Who was to leave and has nothing to do any more has left: what somebody still needs of it is made again at once. Who was kept waiting by this process
   * itself needs a moment longer to try again.
   */
  private extraGraceMs(record: ExecutorRecord, at: number): number {
    if (record.state.drains && record.slotsUsed === 0) return -this.options.graceMs;
    return at - this.stalledAt < AFTER_STALL_MS ? AFTER_STALL_MS : 0;
  }

  private endGraceAfter(record: ExecutorRecord, ms: number): void {
    const { clock } = this.options;
    clock.schedule(ms, () => {
      const at = clock.monotonic();
      this.noticeStall(at);
      this.apply(record, { type: 'tick', at });
      const { state, detachedAt } = record.state;
      // Excused since the timer was set.
      if (state === 'detached' && !this.closed) this.endGraceAfter(record, Math.max(1, detachedAt + this.options.graceMs - at));
    });
  }

  private startTicking(): void {
    if (this.cancelTick) return;
    const { clock, beatIntervalMs } = this.options;
    const ms = beatIntervalMs / TICKS_PER_BEAT;
    this.tickDue = clock.monotonic() + ms;
    this.cancelTick = clock.schedule(ms, () => {
      this.cancelTick = undefined;
      this.tick();
      if (this.records.size > 0 && !this.closed) this.startTicking();
    });
  }

  /** As long as the tick is overdue this process could not hear what was said to it, and may learn of a break before it learns of that. */
  private noticeStall(at: number): void {
    const ms = at - this.tickDue;
    if (ms <= this.options.beatIntervalMs / 2) return;
    this.stalledAt = at;
    for (const record of this.list()) this.apply(record, { type: 'excuse', ms, at });
  }

  private tick(): void {
    const at = this.options.clock.monotonic();
    this.ticks++;
    this.noticeStall(at);
    for (const record of this.list()) {
      this.apply(record, { type: 'tick', at });
      for (const name of record.overdue(at)) {
        this.options.log.warn('A task that was told to stop has not said that it did', { executor: record.id, task: name });
        record.release(name);
      }
      if (this.ticks % TICKS_PER_BEAT === 0) record.outbox.alive();
    }
    this.listener.changed();
  }

  private apply(record: ExecutorRecord, event: ExecutorEvent): void {
    const before = record.state;
    const { state, effects } = onExecutorEvent(before, event, this.options);
    record.state = state;
    if (state.state === 'detached') this.detachedIds.add(record.id);
    else this.detachedIds.delete(record.id);
    for (const effect of effects) {
      if (effect.type === 'close-connection') record.connection?.close();
      else if (effect.type === 'lost') this.forget(record);
    }
    if (takesTasks(before) && !takesTasks(state)) this.conduct.recall();
  }

  /** What it does not know it does not run: its slot is free, and its task starts over. */
  private reconcile(record: ExecutorRecord): void {
    const known = (record.info.known ?? []).map(attemptOf);
    const names = new Set(known.map(attemptName));
    record.releaseUnless((name) => names.has(name));
    this.listener.registered(record, known);
  }

  /** No other was lost just now, or is about to be. */
  private isLostByItself(): boolean {
    const { clock, silenceMs } = this.options;
    const now = clock.monotonic();
    const others = this.list().some(({ state }) => state.state === 'detached' || now - state.heardAt > silenceMs / 2);
    const byItself = !others && now - this.lastLossAt > TOGETHER_MS;
    this.lastLossAt = now;
    return byItself;
  }

  private forget(record: ExecutorRecord): void {
    if (this.records.get(record.id) === record) this.records.delete(record.id);
    this.conduct.forget(record.id);
    const { drains } = record.state;
    const which = { executor: record.id, host: record.info.host ?? '' };
    if (drains) this.options.log.info('An executor has left', which);
    else this.options.log.warn('An executor is lost', which);
    this.listener.lost(record, this.isLostByItself() && !drains);
    this.listener.changed();
  }
}

/** Silence is noticed this much sooner than a beat after it has become too long. */
const TICKS_PER_BEAT = 4;
/** Losses closer together than this have a cause in common, such as the network, which is no task: one runs in one place at a time. */
const TOGETHER_MS = 500;
/** How long executors may need to notice that a scheduler which stood still goes on, and to connect again: their longest pause, and the way. */
const AFTER_STALL_MS = 3000;

function refusal({ executor, address }: Register): ArbalestError | undefined {
  if (!executor)
    return userError('EXECUTOR_ID', `An executor must say its id when it registers; the one at ${address || 'an unknown address'} did not`);
  return undefined;
}
