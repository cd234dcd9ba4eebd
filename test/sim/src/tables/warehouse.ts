import type { Split, WriteTarget, WrittenFile } from '@arbalest/spi';
import { type Rows, rowsOfSplit } from '../data/rows.js';

/** A write from its `begin`. */
interface Staged {
  readonly table: string;
  readonly job: string;
  end: 'open' | 'committed' | 'aborted';
}

/** The disk that all processes share: tables that are read, tables that are written, and what of a write is not yet visible. Outlives every process. */
export class Warehouse {
  /** Rows of the tables that are written, by table: one entry for each commit. */
  readonly commits: { readonly table: string; readonly job: string; readonly rows: Rows }[] = [];
  /** What nobody may do, and somebody did. */
  readonly violations: string[] = [];
  private readonly files = new Map<string, Rows>();
  private readonly staged = new Map<string, Staged>();
  /** Tables that were made, by CREATE TABLE … AS once it is committed. */
  private readonly made = new Set<string>();
  private count = 0;

  /** @param splits by table that is read */
  constructor(private readonly splits: ReadonlyMap<string, number>) {}

  splitsOf(table: string): readonly Split[] {
    return Array.from({ length: this.splits.get(table)! }, (_, i) => ({
      codec: 'sim',
      file: { path: `/${table}/${i}`, size: 100, version: '1' },
      estimatedBytes: 100,
    }));
  }

  rowsOf(table: string): Rows {
    return this.splitsOf(table).flatMap(rowsOfSplit);
  }

  isReadable(table: string): boolean {
    return this.splits.has(table);
  }

  exists(table: string): boolean {
    return this.made.has(table);
  }

  make(table: string): void {
    this.made.add(table);
  }

  begin(table: string, job: string): WriteTarget {
    const id = `${job}-w${++this.count}`;
    this.staged.set(id, { table, job, end: 'open' });
    return { id, directory: `/staging/${id}`, codec: 'sim', options: {}, singleFile: false, partitionBy: [], fields: [] };
  }

  tableOf({ id }: WriteTarget): string | undefined {
    return this.staged.get(id)?.table;
  }

  write(path: string, rows: Rows): void {
    this.files.set(path, rows);
  }

  commit({ id }: WriteTarget, files: readonly WrittenFile[]): void {
    const write = this.staged.get(id)!;
    if (write.end === 'committed') return;
    if (write.end === 'aborted') return void this.violations.push(`Write ${id} was committed after it had been aborted`);
    for (const { path } of files) if (!this.files.has(path)) this.violations.push(`Write ${id} commits ${path}, which nobody has written`);
    write.end = 'committed';
    this.made.add(write.table);
    this.commits.push({ table: write.table, job: write.job, rows: files.flatMap(({ path }) => this.files.get(path) ?? []) });
  }

  abort({ id }: WriteTarget): void {
    const write = this.staged.get(id)!;
    if (write.end === 'open') write.end = 'aborted';
  }

  /** Writes that nobody has brought to an end. */
  open(): readonly string[] {
    return [...this.staged].filter(([, { end }]) => end === 'open').map(([id]) => id);
  }
}
