import type { CodecRegistry, FormatOptions, FunctionCatalog, ParameterValue, PlanContext, Relation, Table, TableName } from '@arbalest/spi';
import type { NameResolution } from './name-resolution.js';
import type { Session } from './session.js';

export interface SessionPlanContextOptions {
  readonly session: Session;
  readonly names: NameResolution;
  readonly codecs: CodecRegistry;
  readonly catalog: FunctionCatalog;
  readonly parameters: PlanContext['parameters'];
  readonly signal: AbortSignal;
}

/** What a front end may ask while it plans one statement. The same name means the same table throughout the statement. */
export class SessionPlanContext implements PlanContext {
  readonly parameters: readonly ParameterValue[] | Readonly<Record<string, ParameterValue>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly codecFunctions: ReadonlyMap<string, string>;
  readonly functions: FunctionCatalog;
  readonly signal: AbortSignal;
  private readonly relations = new Map<string, Promise<Relation | undefined>>();

  constructor(private readonly options: SessionPlanContextOptions) {
    this.parameters = options.parameters;
    this.settings = options.session.settings.engine();
    this.functions = options.catalog;
    this.signal = options.signal;
    this.codecFunctions = new Map(
      options.codecs.list().flatMap((codec) => (codec.tableFunctions ?? []).map((name) => [name.toLowerCase(), codec.id] as const)),
    );
  }

  resolve(name: TableName): Promise<Relation | undefined> {
    const key = JSON.stringify([name.catalog, name.schema, name.name].map((part) => part?.toLowerCase() ?? null));
    let relation = this.relations.get(key);
    if (!relation) {
      relation = this.options.names.relation(name, this.signal);
      this.relations.set(key, relation);
    }
    return relation;
  }

  resolvePaths(paths: readonly string[], codec: string | undefined, options: FormatOptions): Promise<Table | undefined> {
    const { baseDirectory } = this.options.session;
    return this.options.names.pathTable({ paths, baseDirectory, options, ...(codec === undefined ? {} : { codec }) }, this.signal);
  }

  names(): Promise<readonly TableName[]> {
    return this.options.names.names(this.signal);
  }
}
