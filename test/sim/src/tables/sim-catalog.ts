import type { Catalog, Table, TableDefinition, TableName, TableWriter, WriteTarget } from '@arbalest/spi';
import { ROW_FIELDS } from '../data/stage-op.js';
import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import type { Warehouse } from './warehouse.js';

/** How one process gets at the warehouse: what it does there takes a while before and a while after, and a kill may come in either. */
export class Disk {
  /** The longest that an operation takes, milliseconds. */
  slowestMs = 30;

  constructor(
    readonly warehouse: Warehouse,
    private readonly process: SimProcess,
    private readonly time: VirtualTime,
    private readonly random: SimRandom,
  ) {}

  async do<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    await this.time.sleep(this.random.delay(0.1, this.slowestMs), this.process);
    const result = await work();
    await this.time.sleep(this.random.delay(0.1, this.slowestMs), this.process);
    return result;
  }
}

/** The tables of the warehouse, as one scheduler sees them. */
export class SimCatalog implements Catalog {
  readonly id = 'files';

  constructor(private readonly disk: Disk) {}

  async list(): Promise<readonly TableName[]> {
    return [];
  }

  table({ name }: TableName): Promise<Table | undefined> {
    const { warehouse } = this.disk;
    return this.disk.do(() => (warehouse.isReadable(name) || warehouse.exists(name) ? this.found(name) : undefined));
  }

  create({ name: { name }, pending }: TableDefinition): Promise<Table> {
    return this.disk.do(() => {
      if (!pending) this.disk.warehouse.make(name);
      return this.found(name);
    });
  }

  resumeWrite(target: WriteTarget): TableWriter | undefined {
    const table = this.disk.warehouse.tableOf(target);
    return table === undefined ? undefined : writerOf(table, this.disk);
  }

  private found(name: string): Table {
    const { disk } = this;
    const { warehouse } = disk;
    return {
      name: { name },
      version: '1',
      source: { table: name, codec: 'sim', options: {}, fields: ROW_FIELDS },
      statistics: {},
      splits: () => disk.do(() => warehouse.splitsOf(name)),
      ...(warehouse.isReadable(name) ? {} : { writer: writerOf(name, disk) }),
    };
  }
}

function writerOf(table: string, disk: Disk): TableWriter {
  const { warehouse } = disk;
  return {
    begin: (job) => disk.do(() => warehouse.begin(table, job)),
    commit: (target, files) => disk.do(() => warehouse.commit(target, files)),
    abort: (target) => disk.do(() => warehouse.abort(target)),
  };
}
