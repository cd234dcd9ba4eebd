import type { CodecSplitsRequest, Filter, FilterSupport, FormatOptions, Split } from '@arbalest/spi';
import { codecConformance } from '../index.js';
import { JsonRowsCodec } from '../reference/json-rows-codec.js';

class GivesRowsAtBordersTwice extends JsonRowsCodec {
  override async splits(request: CodecSplitsRequest): Promise<readonly Split[]> {
    return (await super.splits(request)).map((split) => ({ ...split, rows: { start: split.rows!.start, end: split.rows!.end + 1 } }));
  }
}

class GivesColumnsAsTheyAre extends JsonRowsCodec {
  protected override positions(columns: readonly { readonly name: string }[]): readonly number[] {
    return columns.map((_, at) => at);
  }
}

class FiltersInWordsOnly extends JsonRowsCodec {
  supports(filters: readonly Filter[]): readonly FilterSupport[] {
    return filters.map(() => 'exact');
  }
}

class ReadsOn extends JsonRowsCodec {
  protected override async *untilStopped<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    yield* items;
  }
}

class TakesAnyOption extends JsonRowsCodec {
  protected override checked(options: FormatOptions): FormatOptions {
    return options;
  }
}

for (const Wrong of [GivesRowsAtBordersTwice, GivesColumnsAsTheyAre, FiltersInWordsOnly, ReadsOn, TakesAnyOption])
  codecConformance(Wrong.name, { open: () => Promise.resolve({ codec: new Wrong() }), extension: '.json-rows' });
