import type { FunctionDefinition, FunctionMetrics } from '@arbalest/spi';
import type { FunctionReport } from '../messages.js';
import type { GraphSpec } from '../run/graph-spec.js';
import { addMetrics, metricsOf } from './function-totals.js';
import { RecentEntries } from './recent-entries.js';

/** Functions whose figures are kept; those that were used longest ago go first. */
const KEPT_FUNCTIONS = 1000;
/** Lines of one function's log, and of all logs together. */
const KEPT_LINES = 1000;
const KEPT_LINES_IN_ALL = 20_000;
/** Failed rows of one function, and of all together. */
const KEPT_FAILURES = 100;
const KEPT_FAILURES_IN_ALL = 5000;
/** Characters of a line, a message or an argument list; what is longer is cut. */
const KEPT_CHARACTERS = 2000;

export interface FunctionUse {
  readonly definition: FunctionDefinition;
  readonly metrics: FunctionMetrics;
  /** Milliseconds since 1970. */
  readonly lastUsed: number;
}

export interface LoggedLine {
  readonly job: string;
  readonly function: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

export interface Failure {
  readonly job: string;
  readonly function: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** JSON array. */
  readonly arguments: string;
  readonly message: string;
}

/** Arguments and logs are for the eyes of the one whose statement it was; an empty name is nobody's in particular. */
type Owned<Entry> = Entry & { readonly user: string };

/** What functions have done since the scheduler started: figures, the end of their logs, the last rows that failed. Bounded, and gone with the process. */
export class FunctionActivity {
  /** By id; the one that was used last stands last. */
  private readonly byId = new Map<string, FunctionUse>();
  private readonly lines = new RecentEntries<Owned<LoggedLine>>(KEPT_LINES, KEPT_LINES_IN_ALL);
  private readonly failed = new RecentEntries<Owned<Failure>>(KEPT_FAILURES, KEPT_FAILURES_IN_ALL);

  /** Counts what one attempt of a task did, whatever becomes of it. */
  record({ job, user, functions }: Pick<GraphSpec, 'job' | 'user' | 'functions'>, { metrics, logs }: FunctionReport, now: number): void {
    const definitions = new Map(functions.map((definition) => [definition.id, definition]));
    for (const message of metrics ?? []) {
      const definition = definitions.get(message.function ?? '');
      if (definition) this.use(definition, metricsOf(message), now);
    }
    for (const { function: id = '', time, text } of logs ?? []) {
      const name = definitions.get(id ?? '')?.name ?? '';
      this.lines.add(name, { user, job, function: name, time: time ?? now, text: cut(text ?? '') });
    }
  }

  /** A row that failed in a statement that has ended well. */
  addFailure(user: string, failure: Failure): void {
    this.failed.add(failure.function, { ...failure, user, arguments: cut(failure.arguments), message: cut(failure.message) });
  }

  uses(): readonly FunctionUse[] {
    return [...this.byId.values()];
  }

  /** Of one function, or of all, in the statements of `user`, or of all users for an empty name; oldest first. */
  log(user: string, name?: string): readonly LoggedLine[] {
    return chosen(this.lines, name).filter((line) => user === '' || line.user === user);
  }

  /** As `log`. */
  failures(user: string, name?: string): readonly Failure[] {
    return chosen(this.failed, name).filter((row) => user === '' || row.user === user);
  }

  private use(definition: FunctionDefinition, metrics: FunctionMetrics, lastUsed: number): void {
    const before = this.byId.get(definition.id);
    this.byId.delete(definition.id);
    this.byId.set(definition.id, {
      definition,
      metrics: before ? addMetrics(before.metrics, metrics) : metrics,
      lastUsed,
    });
    if (this.byId.size > KEPT_FUNCTIONS) this.byId.delete(this.byId.keys().next().value!);
  }
}

function chosen<Entry extends { readonly time: number }>(entries: RecentEntries<Entry>, name: string | undefined): readonly Entry[] {
  if (name !== undefined) return entries.of(name.toLowerCase());
  return entries
    .names()
    .flatMap((each) => entries.of(each))
    .toSorted((a, b) => a.time - b.time);
}

function cut(text: string): string {
  return text.length <= KEPT_CHARACTERS ? text : `${text.slice(0, KEPT_CHARACTERS)}…`;
}
