import { type Catalog, type PathTableRequest, type Relation, type Table, type TableName, userError } from '@arbalest/spi';
import { nearestNames } from './nearest-names.js';
import { tableNameText } from './table-name.js';
import type { ViewStore } from './view-store.js';

/** A name and the catalog that it belongs to. */
export interface LocatedName {
  readonly catalog: Catalog;
  /** Without the catalog. */
  readonly name: TableName;
}

/**
 * What a name in a statement stands for.
 *
 * `a.b.c` is catalog, schema, table. `a.b` is schema and table of the default catalog, or, where there is a catalog `a`, table `b` of that one; the
 * default catalog's own wins. `c` is looked for in the default catalog first and then among the views, which share its names.
 */
export class NameResolution {
  constructor(
    private readonly catalogs: readonly Catalog[],
    private readonly defaultCatalog: string,
    private readonly views: ViewStore,
  ) {}

  async relation(name: TableName, signal: AbortSignal): Promise<Relation | undefined> {
    const table = await this.table(name, signal);
    if (table) return { kind: 'table', table };
    const view = this.mayBeView(name) ? await this.views.get(name) : undefined;
    return view && { kind: 'view', query: view.query };
  }

  async table(name: TableName, signal: AbortSignal): Promise<Table | undefined> {
    for (const located of this.readings(name)) {
      const table = await located.catalog.table(located.name, signal);
      if (table) return table;
    }
    return undefined;
  }

  /** Where a table of that name is, or would be made. @throws user error `CATALOG_NOT_FOUND` */
  async place(name: TableName, signal: AbortSignal): Promise<LocatedName> {
    const readings = this.readings(name);
    for (const located of readings) if (await located.catalog.table(located.name, signal)) return located;
    // A two-part name whose first part is a catalog's means that catalog when a table is to be made.
    const place = readings.at(-1);
    if (place) return place;
    const known = this.catalogs.map((catalog) => catalog.id);
    throw userError(
      'CATALOG_NOT_FOUND',
      `There is no catalog '${name.catalog ?? this.defaultCatalog}'; there are: ${known.join(', ') || 'none'}`,
      {
        candidates: nearestNames(name.catalog ?? '', known),
      },
    );
  }

  async pathTable(request: PathTableRequest, signal: AbortSignal): Promise<Table | undefined> {
    for (const catalog of this.inOrder()) {
      const table = await catalog.pathTable?.(request, signal);
      if (table) return table;
    }
    return undefined;
  }

  /** Tables of all catalogs; those of the default one without its name. */
  async tables(signal: AbortSignal): Promise<readonly TableName[]> {
    return (await Promise.all(this.inOrder().map((catalog) => this.listed(catalog, signal)))).flat();
  }

  /** What a name may have been meant to be. A catalog that cannot be asked has nothing to suggest. */
  async names(signal: AbortSignal): Promise<readonly TableName[]> {
    const views = await this.views.list();
    const lists = await Promise.all(this.inOrder().map((catalog) => this.listed(catalog, signal).catch(() => [])));
    return [...lists.flat(), ...views.map((view) => view.name)];
  }

  /** @throws user error `TABLE_NOT_FOUND` with the nearest names */
  async notFound(name: TableName, signal: AbortSignal, what: 'table' | 'view' = 'table'): Promise<never> {
    const candidates = nearestNames(tableNameText(name), (await this.names(signal)).map(tableNameText));
    const hint = candidates.length > 0 ? `; did you mean ${candidates.join(' or ')}?` : '';
    throw userError(what === 'table' ? 'TABLE_NOT_FOUND' : 'VIEW_NOT_FOUND', `There is no ${what} ${tableNameText(name)}${hint}`, {
      candidates,
    });
  }

  mayBeView({ catalog }: TableName): boolean {
    return catalog === undefined || catalog.toLowerCase() === this.defaultCatalog.toLowerCase();
  }

  /** Catalogs, the default one first. */
  inOrder(): readonly Catalog[] {
    const first = this.named(this.defaultCatalog);
    return first ? [first, ...this.catalogs.filter((catalog) => catalog !== first)] : this.catalogs;
  }

  private async listed(catalog: Catalog, signal: AbortSignal): Promise<readonly TableName[]> {
    return (await catalog.list(signal)).map((name) => this.shown(catalog, name));
  }

  private readings({ catalog, schema, name }: TableName): readonly LocatedName[] {
    const inDefault = this.named(catalog ?? this.defaultCatalog);
    const plain: TableName = schema === undefined ? { name } : { schema, name };
    const readings: LocatedName[] = inDefault ? [{ catalog: inDefault, name: plain }] : [];
    const other = catalog === undefined && schema !== undefined ? this.named(schema) : undefined;
    return other ? [...readings, { catalog: other, name: { name } }] : readings;
  }

  private named(id: string): Catalog | undefined {
    return this.catalogs.find((catalog) => catalog.id.toLowerCase() === id.toLowerCase());
  }

  private shown(catalog: Catalog, { schema, name }: TableName): TableName {
    const inDefault = catalog.id.toLowerCase() === this.defaultCatalog.toLowerCase();
    return { ...(inDefault ? {} : { catalog: catalog.id }), ...(schema === undefined ? {} : { schema }), name };
  }
}
