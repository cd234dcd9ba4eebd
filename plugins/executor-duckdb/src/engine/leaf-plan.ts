import { type InputNode, type OpaqueNode, type PlanNode, type ScanNode, walk } from '@arbalest/plan';
import type { Codec, CodecRegistry, Filter, FragmentRequest, FragmentScan, NativeScan, ScanColumn } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { arrowColumn, inputSelect } from '../lowering/fragment.js';
import type { LeafSources } from '../lowering/lowering.js';
import { quoteName } from '../lowering/names.js';
import { castTo } from '../lowering/types.js';
import { leafLimits, type LeafNode } from './leaf-limits.js';

/** An Arrow view that must stand before the query is prepared. */
export type ArrowLeaf = {
  readonly view: string;
  /** Rows that are enough. */
  readonly limit?: number;
} & (
  | { readonly kind: 'input'; readonly input: number }
  | {
      readonly kind: 'read';
      readonly scan: FragmentScan;
      readonly columns: readonly ScanColumn[];
      /** Those of the scan's that its codec applies. */
      readonly filters: readonly Filter[];
    }
);

/** A relation of the connection's own that an opaque query reads by name. */
export interface NamedTable {
  readonly alias: string;
  readonly select: string;
  /** A table may be read any number of times, an Arrow view once: so rows that come as Arrow are copied into a table. */
  readonly kind: 'VIEW' | 'TABLE';
}

let lastView = 0;

/** Collects, while a fragment is lowered, what its leaves need to be there when it runs. */
export class LeafPlan implements LeafSources {
  readonly arrowLeaves: ArrowLeaf[] = [];
  readonly namedTables = new Map<string, NamedTable>();
  readonly extensions = new Set<string>();
  /** Whether sizes matter to the optimizer. */
  readonly #joins: boolean;
  #limitsFound: ReadonlyMap<LeafNode, number> | undefined;

  constructor(
    private readonly request: FragmentRequest,
    private readonly codecs: () => CodecRegistry,
  ) {
    this.#joins = [...walk(request.plan as PlanNode)].some(({ kind }) => kind === 'join');
  }

  scan(node: ScanNode): string {
    const scan = this.#scan(node.table);
    const columns = node.columns.length > 0 ? node.columns.map(({ name, type }) => ({ name, type })) : [narrowest(scan)];
    const native = this.#native(scan, columns, node.filters);
    return native === undefined ? this.#read(scan, columns, node) : `(${native.text})`;
  }

  input(node: InputNode): string {
    const input = this.request.inputs[node.input];
    if (input === undefined) throw internalError('LOWERING', `The fragment reads input ${node.input} of ${this.request.inputs.length}`);
    const view = nextView();
    const limit = this.#limits().get(node);
    this.arrowLeaves.push({ kind: 'input', view, input: node.input, ...(limit === undefined ? {} : { limit }) });
    return inputSelect(view, node, this.#joins ? input.rows : undefined);
  }

  opaqueTable(_node: OpaqueNode, alias: string, table: number): void {
    const scan = this.#scan(table);
    if (this.namedTables.has(alias)) return;
    const columns = scan.source.fields.map(({ name, type }) => ({ name, type }));
    const native = this.#native(scan, columns, []);
    const names = columns.map(({ name }) => quoteName(name)).join(', ');
    const source = native === undefined ? this.#read(scan, columns) : `(${native.text})`;
    const select = `SELECT * FROM ${source} AS t(${names})`;
    this.namedTables.set(alias, { alias, select, kind: native === undefined ? 'TABLE' : 'VIEW' });
  }

  #limits(): ReadonlyMap<LeafNode, number> {
    return (this.#limitsFound ??= leafLimits(this.request.plan as PlanNode));
  }

  #scan(table: number): FragmentScan {
    const scan = this.request.scans[table];
    if (scan === undefined) throw internalError('LOWERING', `The fragment reads table ${table} of ${this.request.scans.length}`);
    return scan;
  }

  #native(scan: FragmentScan, columns: readonly ScanColumn[], filters: ScanNode['filters']): NativeScan | undefined {
    if (scan.splits.length === 0) return { text: emptySelect(columns) };
    const native = this.#codec(scan).nativeScan?.('duckdb', scan.splits, { source: scan.source, columns, filters });
    for (const extension of native?.needs ?? []) this.extensions.add(extension);
    return native;
  }

  #codec({ source }: FragmentScan): Codec {
    const codec = this.codecs().get(source.codec);
    if (codec === undefined)
      throw internalError('CODEC_MISSING', `No codec "${source.codec}" in this process, which table ${source.table} is stored with`);
    return codec;
  }

  #read(scan: FragmentScan, columns: readonly ScanColumn[], node?: ScanNode): string {
    const view = nextView();
    const support = (node && this.#codec(scan).supports?.(node.filters, scan.source)) ?? [];
    const filters = node?.filters.filter((_, i) => support[i] === 'exact' || support[i] === 'partial') ?? [];
    const isExact = node?.filters.every((_, i) => support[i] === 'exact') ?? false;
    const limit = node && isExact ? this.#limits().get(node) : undefined;
    this.arrowLeaves.push({ kind: 'read', view, scan, columns, filters, ...(limit === undefined ? {} : { limit }) });
    return `(SELECT ${columns.map(({ type }, i) => `${castTo(arrowColumn(i), type)} AS c${i}`).join(', ')} FROM ${view})`;
  }
}

function emptySelect(columns: readonly ScanColumn[]): string {
  return `SELECT ${columns.map(({ name, type }) => `${castTo('NULL', type)} AS ${quoteName(name)}`).join(', ')} WHERE false`;
}

/** Rows without columns are counted by a column that is cheap to read. */
function narrowest(scan: FragmentScan): ScanColumn {
  const { fields } = scan.source;
  const found = fields.find(({ type }) => FIXED.has(type.id)) ?? fields[0];
  if (found === undefined) throw internalError('LOWERING', `Table ${scan.source.table} has no columns`);
  return { name: found.name, type: found.type };
}

const FIXED = new Set(['BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'DATE', 'BIGINT', 'DOUBLE']);

/** Views that DuckDB makes over Arrow streams belong to the instance, not to a connection: their names must differ. */
function nextView(): string {
  return `arbalest_arrow_${++lastView}`;
}
