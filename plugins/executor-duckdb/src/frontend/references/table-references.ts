import { REFUSED_SCALARS } from './allowed-functions.js';
import { scalarText } from '../lossless-json.js';
import type { JsonObject, LosslessJson } from '../lossless-json.js';

/** A name in FROM. `location` is a byte offset, as DuckDB counts. */
export interface NameReference {
  readonly kind: 'name';
  readonly location: number;
  readonly catalog?: string;
  readonly schema?: string;
  readonly name: string;
  readonly aliased: boolean;
}

/** A table function over paths. */
export interface FunctionReference {
  readonly kind: 'function';
  readonly location: number;
  readonly name: string;
  readonly args: readonly JsonObject[];
  readonly aliased: boolean;
}

/** DESCRIBE, SHOW or SUMMARIZE of a name inside a query; the serialised statement does not say where. */
export interface ShowReference {
  readonly kind: 'show';
  readonly name: string;
}

/** A column reference of three parts or more: it may be qualified by catalog and schema. */
export interface QualifiedColumn {
  readonly location: number;
  readonly names: readonly string[];
}

/** `LEFT JOIN unnest(list)`. */
export interface LeftUnnest {
  readonly location: number;
  readonly aliased: boolean;
}

/** A call of a table function that no codec answers for, or of a scalar function that may be refused. `name` is lower case. */
export interface EngineCall {
  readonly location: number;
  readonly name: string;
}

export interface StatementReferences {
  readonly tables: readonly (NameReference | FunctionReference | ShowReference)[];
  readonly columns: readonly QualifiedColumn[];
  readonly leftUnnests: readonly LeftUnnest[];
  readonly engineCalls: readonly EngineCall[];
}

/** Names of common table expressions in force, lower case. */
type Scope = ReadonlySet<string>;

/** Everything in a parsed statement that reads a table, save common table expressions. `codecFunctions` are lower case. */
export function findReferences(statement: LosslessJson, codecFunctions: { has(name: string): boolean }): StatementReferences {
  const finder = new ReferenceFinder(codecFunctions);
  finder.visit(statement, new Set());
  const { tables, columns, leftUnnests, engineCalls } = finder;
  return { tables, columns, leftUnnests, engineCalls };
}

class ReferenceFinder {
  readonly tables: (NameReference | FunctionReference | ShowReference)[] = [];
  readonly columns: QualifiedColumn[] = [];
  readonly leftUnnests: LeftUnnest[] = [];
  readonly engineCalls: EngineCall[] = [];

  constructor(private readonly codecFunctions: { has(name: string): boolean }) {}

  visit(value: LosslessJson | undefined, scope: Scope): void {
    if (Array.isArray(value)) return (value as readonly LosslessJson[]).forEach((item) => this.visit(item, scope));
    if (typeof value !== 'object' || value === null) return;
    const node = value as JsonObject;
    this.note(node, scope);
    const inner = this.visitCtes(node, scope);
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'cte_map') this.visit(child, inner);
    }
  }

  /** Each common table expression sees those before it; itself only when it is recursive. */
  private visitCtes(node: JsonObject, scope: Scope): Scope {
    const map = (node['cte_map'] as JsonObject | undefined)?.['map'];
    if (!Array.isArray(map)) return this.ownCte(node, scope);
    let inner = scope;
    for (const entry of map as readonly JsonObject[]) {
      const name = scalarText(entry['key']).toLowerCase();
      this.visit(entry['value'], inner);
      inner = new Set([...inner, name]);
    }
    return this.ownCte(node, inner);
  }

  private ownCte(node: JsonObject, scope: Scope): Scope {
    if (node['type'] !== 'RECURSIVE_CTE_NODE' && node['type'] !== 'CTE_NODE') return scope;
    const name = node['cte_name'] ?? node['ctename'];
    return typeof name === 'string' ? new Set([...scope, name.toLowerCase()]) : scope;
  }

  private note(node: JsonObject, scope: Scope): void {
    switch (scalarText(node['type'])) {
      case 'BASE_TABLE':
        return this.noteTable(node, scope);
      case 'TABLE_FUNCTION':
        return this.noteFunction(node);
      case 'FUNCTION':
        return this.noteScalar(node);
      case 'SHOW_REF':
        return this.noteShow(node, scope);
      case 'COLUMN_REF':
        return this.noteColumn(node);
      case 'JOIN':
        return this.noteJoin(node);
    }
  }

  private noteTable(node: JsonObject, scope: Scope): void {
    const [catalog, schema, name] = [node['catalog_name'], node['schema_name'], scalarText(node['table_name'])];
    const isCte =
      scope.has(name.toLowerCase()) && (schema === undefined || scalarText(schema).toLowerCase() === 'recurring') && catalog === undefined;
    if (isCte) return;
    this.tables.push({
      kind: 'name',
      location: Number(node['query_location'] ?? 0),
      ...(typeof catalog === 'string' && { catalog }),
      ...(typeof schema === 'string' && { schema }),
      name,
      aliased: node['alias'] !== undefined,
    });
  }

  private noteFunction(node: JsonObject): void {
    const call = node['function'] as JsonObject | undefined;
    const name = scalarText(call?.['function_name']).toLowerCase();
    const location = Number(node['query_location'] ?? 0);
    if (!this.codecFunctions.has(name)) return void this.engineCalls.push({ location, name });
    const args = (call?.['children'] ?? []) as readonly JsonObject[];
    this.tables.push({ kind: 'function', location, name, args, aliased: node['alias'] !== undefined });
  }

  private noteScalar(node: JsonObject): void {
    const name = scalarText(node['function_name']).toLowerCase();
    if (REFUSED_SCALARS.has(name)) this.engineCalls.push({ location: Number(node['query_location'] ?? 0), name });
  }

  private noteShow(node: JsonObject, scope: Scope): void {
    const name = node['table_name'];
    if (typeof name !== 'string' || node['query'] !== undefined || scope.has(name.toLowerCase())) return;
    this.tables.push({ kind: 'show', name });
  }

  private noteJoin(node: JsonObject): void {
    const right = node['right'] as JsonObject | undefined;
    const call = right?.['function'] as JsonObject | undefined;
    const isUnnest = node['join_type'] === 'LEFT' && call?.['function_name'] === 'unnest' && (call['children'] as unknown[]).length === 1;
    if (!isUnnest || right?.['with_ordinality'] === 'WITH_ORDINALITY') return;
    this.leftUnnests.push({ location: Number(right?.['query_location'] ?? 0), aliased: right?.['alias'] !== undefined });
  }

  private noteColumn(node: JsonObject): void {
    const names = node['column_names'];
    if (!Array.isArray(names) || names.length < 3) return;
    this.columns.push({ location: Number(node['query_location'] ?? 0), names: names.map(String) });
  }
}
