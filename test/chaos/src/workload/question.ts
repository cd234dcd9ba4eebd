import type { Table } from 'apache-arrow';
import type { Outcome } from './outcome.js';

/** A statement whose answer is known. */
export interface Question {
  /** For people, e.g. `q9` or `create table`. */
  readonly name: string;
  readonly sql: string;
  /** What is wrong with the answer; undefined when it is right. Not called for a statement without a result. */
  difference(answer: Table): string | undefined;
}

/** Statements of which each is asked when the one before has ended, and which may depend on how it ended. */
export type Questions = Generator<Question, void, Outcome>;
