import type { Split, SplitsRequest, Table, TableName } from '@arbalest/spi';
import type { RowsCodec } from '../executor/rows-codec.js';
import { catalogConformance } from '../index.js';
import { MemoryCatalog, memoryCatalogSubject, type Rows } from '../reference/memory-catalog.js';

class KeepsItsVersion extends MemoryCatalog {
  protected override version(): string {
    return 'always';
  }
}

class ChangesTablesInPlace extends MemoryCatalog {
  #table?: { -readonly [K in keyof Table]: Table[K] };

  protected override known(codec: RowsCodec): Table {
    return (this.#table = Object.assign(this.#table ?? {}, super.known(codec)));
  }
}

class LosesTheLastSplit extends MemoryCatalog {
  protected override async splits(codec: RowsCodec, request: SplitsRequest): Promise<readonly Split[]> {
    const splits = await super.splits(codec, request);
    return splits.length > 1 ? splits.slice(0, -1) : splits;
  }
}

class ListsWhatIsNotThere extends MemoryCatalog {
  override async list(signal: AbortSignal): Promise<readonly TableName[]> {
    return [...(await super.list(signal)), { name: 'gone' }];
  }
}

class HasEveryTable extends MemoryCatalog {
  override table(_: TableName, signal: AbortSignal): Promise<Table | undefined> {
    return super.table({ name: 'known' }, signal);
  }
}

class PrunesTooMuch extends MemoryCatalog {
  protected override async splits(codec: RowsCodec, request: SplitsRequest): Promise<readonly Split[]> {
    const splits = await super.splits(codec, request);
    return request.filters.length > 0 ? splits.slice(0, 1) : splits;
  }
}

for (const Wrong of [KeepsItsVersion, ChangesTablesInPlace, LosesTheLastSplit, ListsWhatIsNotThere, HasEveryTable, PrunesTooMuch])
  catalogConformance(
    Wrong.name,
    memoryCatalogSubject((rows: Rows) => new Wrong(rows)),
  );
