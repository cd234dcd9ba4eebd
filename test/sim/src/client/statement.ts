/** What a client wants done. */
export interface SimStatement {
  readonly sql: string;
  /** The query whose rows it reads or writes. */
  readonly query?: string;
  /** The table that the rows go to. */
  readonly table?: string;
  readonly kind: 'query' | 'write' | 'view';
}

/** What became of it, as far as its client knows. */
export interface Outcome {
  readonly statement: SimStatement;
  readonly end: 'finished' | 'failed' | 'unknown';
  readonly job: string;
  readonly family?: string;
  readonly code?: string;
  readonly message?: string;
  readonly rows?: readonly number[];
  /** `stage/task#attempt` of what is in the rows and may differ between attempts. */
  readonly versions?: readonly string[];
  /** What the scheduler says that it wrote. */
  readonly written?: number;
  /** It had a key to ask again with. */
  readonly mayComeBack: boolean;
  /** The client asked for it to be cancelled. */
  readonly cancelled: boolean;
}
