import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBTableFunction,
  DuckDBTableFunctionBindInfo,
} from '@duckdb/node-api';
import { typeToSql, userError } from '@arbalest/spi';
import type { DataType, Field } from '@arbalest/spi';
import { SCAN_FUNCTION } from '../decode/scans.js';
import { parseLosslessJson } from '../lossless-json.js';
import type { JsonObject } from '../lossless-json.js';
import { quoteString } from '../source-text.js';
import { duckdb } from './duckdb-library.js';
import type { StubSet } from '../references/function-stubs.js';
import { fromDuckDbType, toDuckDbType } from './duckdb-type.js';
import { folded, STUB_CALLED, StubFunctions } from './stub-functions.js';

/** What planning needs to know of a table. */
export interface PlanningTable {
  readonly fields: readonly Field[];
  readonly rows: number;
}

export interface ResultColumn {
  readonly name: string;
  /** Undefined for a type that cannot travel. */
  readonly type: DataType | undefined;
}

export interface PreparedQuery {
  /** Of parameters, by name. */
  readonly types: ReadonlyMap<string, DataType>;
  readonly columns?: readonly ResultColumn[];
}

/** A table that is there only while a query is prepared. */
const TARGET = 'temp.main.arbalest_target';

/** How much the optimiser does: the first is better, the second serialises what the first cannot. */
export type PlanningLevel = 'full' | 'plain';

const FULL_LEVEL =
  'column_lifetime,build_side_probe_side,compressed_materialization,late_materialization,join_filter_pushdown,top_n_window_elimination,common_aggregate';

/** Optimisers left out because the serialiser trips over what they make, or because their result only fits one process. */
const DISABLED_OPTIMIZERS: Readonly<Record<PlanningLevel, string>> = {
  full: FULL_LEVEL,
  plain: `${FULL_LEVEL},statistics_propagation,unused_columns`,
};

const SERIALIZE_PLAN = 'SELECT json_serialize_plan($1::VARCHAR, optimize := true, skip_null := true, skip_default := true)';
const SERIALIZE_SQL = 'SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_default := true)';

/**
 * A DuckDB that only plans: in memory, locked, without access to any file. Tables are calls of one table function whose bind callback looks them
 * up by id, so that no statement has to be run to make them known, and concurrent plans cannot see each other's.
 *
 * The callback runs on the JavaScript thread while planning waits on a worker: that thread must never be blocked in the meantime.
 */
export class PlanningDatabase {
  private readonly stubs = new StubFunctions();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly tables: ReadonlyMap<number, PlanningTable>,
  ) {}

  static async open(
    level: PlanningLevel,
    settings: Readonly<Record<string, string>>,
    tables: ReadonlyMap<number, PlanningTable>,
  ): Promise<PlanningDatabase> {
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      threads: '1',
      // Constants are computed while planning: enough for any that make sense.
      memory_limit: '512MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const database = new PlanningDatabase(instance, tables);
    try {
      await database.prepareInstance(level, settings);
    } catch (thrown) {
      instance.closeSync();
      throw thrown;
    }
    return database;
  }

  /** Connections are not safe to share between plans that run at once. */
  async connect(): Promise<PlanningConnection> {
    const [planner, describer] = await Promise.all([this.instance.connect(), this.instance.connect()]);
    // Names and types are settled when the statement is bound.
    await describer.run('PRAGMA disable_optimizer');
    return new PlanningConnection(planner, describer, this.stubs);
  }

  close(): void {
    this.instance.closeSync();
  }

  private async prepareInstance(level: PlanningLevel, settings: Readonly<Record<string, string>>): Promise<void> {
    const connection = await this.instance.connect();
    try {
      connection.registerTableFunction(this.scanFunction());
      await connection.run(`SET disabled_optimizers = '${DISABLED_OPTIMIZERS[level]}'`);
      for (const [name, value] of Object.entries(settings)) await applySetting(connection, name, value);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    } finally {
      connection.disconnectSync();
    }
  }

  private scanFunction(): DuckDBTableFunction {
    return duckdb.DuckDBTableFunction.create({
      name: SCAN_FUNCTION,
      parameterTypes: [duckdb.INTEGER],
      supportsProjectionPushdown: true,
      bindFunction: (info) => this.bindTable(info),
      initFunction: () => undefined,
      mainFunction: () => {
        throw new Error('Planning tables cannot be read');
      },
    });
  }

  private bindTable(info: DuckDBTableFunctionBindInfo): void {
    const id = Number(info.getParameter(0));
    const table = this.tables.get(id);
    if (!table) return info.setError(`No planning table ${id}`);
    for (const field of table.fields) info.addResultColumn(field.name, toDuckDbType(field.type));
    info.setCardinality(table.rows, true);
  }
}

async function applySetting(connection: DuckDBConnection, name: string, value: string): Promise<void> {
  try {
    await connection.run(`SET GLOBAL ${name} = ${quoteString(value)}`);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.split('\n')[0]! : String(thrown);
    throw userError('SETTING_INVALID', `Setting ${name} cannot be ${quoteString(value)}: ${reason}`, { cause: thrown });
  }
}

/** Used by one plan at a time. */
export class PlanningConnection {
  private readonly prepared = new Map<string, DuckDBPreparedStatement>();

  constructor(
    private readonly planner: DuckDBConnection,
    private readonly describer: DuckDBConnection,
    private readonly stubs: StubFunctions,
  ) {}

  /** Whether the database should be given up for a new one. */
  get worn(): boolean {
    return this.stubs.full;
  }

  /** Makes stubs of users' functions known, to all connections of the database. */
  registerStubs(sets: readonly StubSet[]): void {
    this.stubs.register(this.planner, sets);
  }

  /** The optimised plan, or the error that stands in its place; undefined when the serialiser gave nothing. */
  serializePlan(query: string): Promise<JsonObject | undefined> {
    return this.call(SERIALIZE_PLAN, query);
  }

  /** The plan that DuckDB makes when it cannot try to compute calls of stubs. */
  serializeUnfolded(query: string, stubs: readonly StubSet[]): Promise<JsonObject | undefined> {
    return this.call(SERIALIZE_PLAN, this.stubs.unfolded(this.planner, query, stubs), folded);
  }

  /** The parsed statement, or the error that stands in its place. */
  serializeSql(query: string): Promise<JsonObject | undefined> {
    return this.call(SERIALIZE_SQL, query);
  }

  /** Names and types of the columns of a query that calls the given stubs. */
  async describe(query: string, stubs: readonly StubSet[] = []): Promise<readonly ResultColumn[]> {
    try {
      return await this.describeAs(query);
    } catch (thrown) {
      if (!(thrown instanceof Error) || !thrown.message.includes(STUB_CALLED)) throw thrown;
      return await this.describeAs(this.stubs.unfolded(this.describer, query, stubs));
    }
  }

  private async describeAs(query: string): Promise<readonly ResultColumn[]> {
    // What cannot be prepared as it stands may be once it is optimised; the second error is the one to show.
    const statement = await this.describer.prepare(query).catch(() => this.planner.prepare(query));
    try {
      if (statement.statementType !== duckdb.StatementType.SELECT) throw userError('UNSUPPORTED_STATEMENT', 'Only queries can be planned');
      return Array.from({ length: statement.columnCount }, (_, i) => ({
        name: folded(statement.columnName(i)),
        type: fromDuckDbType(statement.columnType(i)),
      }));
    } finally {
      statement.destroySync();
    }
  }

  /**
   * What preparing says of a query with parameters: their types as far as they are settled, and the columns if all of them are. Undefined when it cannot be
   * prepared.
   *
   * @param target types of a table's columns into which the rows are to be put
   */
  async prepare(query: string, target?: readonly DataType[]): Promise<PreparedQuery | undefined> {
    const columns = await this.preparedAs(query);
    if (!target || target.length === 0) return columns;
    const declared = target.map((type, i) => `c${i} ${typeToSql(type)}`).join(', ');
    try {
      await this.describer.run(`CREATE TEMP TABLE ${TARGET} (${declared})`);
      const types = (await this.preparedAs(`INSERT INTO ${TARGET} ${query}`))?.types;
      return types ? { ...columns, types } : columns;
    } finally {
      await this.describer.run(`DROP TABLE IF EXISTS ${TARGET}`);
    }
  }

  private async preparedAs(query: string): Promise<PreparedQuery | undefined> {
    const statement = await this.describer.prepare(query).catch(() => undefined);
    if (!statement) return undefined;
    try {
      const types = new Map<string, DataType>();
      for (let i = 1; i <= statement.parameterCount; i++) {
        const type = isSettled(statement.parameterTypeId(i)) ? fromDuckDbType(statement.parameterType(i)) : undefined;
        if (type) types.set(statement.parameterName(i), type);
      }
      const positions = Array.from({ length: statement.columnCount }, (_, i) => i);
      if (!positions.every((i) => isSettled(statement.columnTypeId(i)))) return { types };
      const columns = positions.map((i) => ({ name: folded(statement.columnName(i)), type: fromDuckDbType(statement.columnType(i)) }));
      return { types, columns };
    } finally {
      statement.destroySync();
    }
  }

  /** The one column of a query over what the database knows of itself. */
  async texts(query: string): Promise<readonly string[]> {
    const rows = (await this.planner.runAndReadAll(query)).getRows();
    return rows.map(([text]) => String(text));
  }

  /** Stops what runs; its promise rejects. */
  interrupt(): void {
    this.planner.interrupt();
    this.describer.interrupt();
  }

  close(): void {
    for (const statement of this.prepared.values()) statement.destroySync();
    this.planner.disconnectSync();
    this.describer.disconnectSync();
  }

  private async call(sql: string, argument: string, revise = (text: string) => text): Promise<JsonObject | undefined> {
    const statement = this.prepared.get(sql) ?? (await this.planner.prepare(sql));
    this.prepared.set(sql, statement);
    statement.bindVarchar(1, argument);
    const rows = (await statement.runAndReadAll()).getRows();
    const text = rows[0]?.[0];
    return typeof text === 'string' && text !== '' ? (parseLosslessJson(revise(text)) as JsonObject) : undefined;
  }
}

/** DuckDB leaves types open until the parameters have values, or says that a bare NULL is meant. */
function isSettled(id: number): boolean {
  return id !== Number(duckdb.DuckDBTypeId.INVALID) && id !== Number(duckdb.DuckDBTypeId.SQLNULL) && id !== Number(duckdb.DuckDBTypeId.ANY);
}
