import type { Split, SplitsRequest, Table, TableWriter, WriteTarget, WrittenFile } from '@arbalest/spi';

/** A table of equal splits, one file each. */
export function fakeTable(name: string, splits: number, more: Partial<Table> = {}): Table & { readonly requests: SplitsRequest[] } {
  const requests: SplitsRequest[] = [];
  const split = (i: number): Split => ({ codec: 'fake', file: { path: `/${name}/${i}`, size: 100, version: '1' }, estimatedBytes: 100 });
  return {
    name: { name },
    version: '1',
    source: { table: name, codec: 'fake', options: {}, fields: [{ name: 'a', type: { id: 'INTEGER' }, nullable: true }] },
    statistics: { rows: splits * 10, bytes: splits * 100 },
    splits: async (request) => {
      requests.push(request);
      return Array.from({ length: splits }, (_, i) => split(i));
    },
    requests,
    ...more,
  };
}

/** A writer that keeps account: every `begin` must come to one `commit` or one `abort`. */
export class FakeWriter implements TableWriter {
  readonly begun: string[] = [];
  readonly committed: (readonly WrittenFile[])[] = [];
  aborted = 0;
  /** Thrown by `commit` when set. */
  refuses: Error | undefined;

  constructor(private readonly more: Partial<WriteTarget> = {}) {}

  async begin(job: string): Promise<WriteTarget> {
    this.begun.push(job);
    return {
      id: job,
      directory: `/staging/${job}`,
      codec: 'fake',
      options: {},
      singleFile: false,
      partitionBy: [],
      fields: [],
      ...this.more,
    };
  }

  async commit(_target: WriteTarget, files: readonly WrittenFile[]): Promise<void> {
    if (this.refuses) throw this.refuses;
    this.committed.push(files);
  }

  async abort(): Promise<void> {
    this.aborted++;
  }
}
