/**
 * What DuckDB's own table functions do, which decides whether a statement may call them:
 *
 * - `values`: gives rows from its arguments, or tells what is public about the engine
 * - `files`: opens files or looks into folders by itself; catalogs and codecs do so under control
 * - `engine`: changes the engine, or shows what other users' statements do in it
 * - `text`: runs or binds SQL given as text, which nobody has looked at
 *
 * A function that is not listed is refused: one that comes with a new DuckDB is to be looked at first.
 */
export type FunctionEffect = 'values' | 'files' | 'engine' | 'text';

const EFFECTS: Readonly<Record<FunctionEffect, string>> = {
  values: `duckdb_approx_database_count duckdb_columns duckdb_connection_count duckdb_constraints duckdb_coordinate_systems duckdb_databases
    duckdb_dependencies duckdb_extensions duckdb_functions duckdb_indexes duckdb_keywords duckdb_memory duckdb_optimizers duckdb_profiling_settings
    duckdb_schemas duckdb_secret_types duckdb_sequences duckdb_settings duckdb_table_sample duckdb_tables duckdb_types duckdb_variables duckdb_views
    generate_series icu_calendar_names json_each json_tree pg_timezone_names pragma_collations pragma_database_size pragma_metadata_info
    pragma_platform pragma_show pragma_storage_info pragma_table_info pragma_user_agent pragma_version range repeat repeat_row summary
    test_all_types test_vector_types unnest`,
  files: `glob parquet_bloom_probe parquet_file_metadata parquet_full_metadata parquet_kv_metadata parquet_metadata parquet_scan parquet_schema
    read_blob read_csv read_csv_auto read_duckdb read_json read_json_auto read_json_objects read_json_objects_auto read_ndjson read_ndjson_auto
    read_ndjson_objects read_parquet read_text sniff_csv sql_auto_complete`,
  engine: `arrow_scan arrow_scan_dumb check_peg_parser checkpoint disable_logging disable_peg_parser disable_profiling duckdb_external_file_cache
    duckdb_log_contexts duckdb_logs duckdb_logs_parsed duckdb_prepared_statements duckdb_secrets duckdb_temporary_files enable_logging
    enable_peg_parser enable_profiling force_checkpoint seq_scan truncate_duckdb_logs which_secret`,
  text: 'histogram histogram_values json_execute_serialized_sql query query_table',
};

const TABLE_FUNCTIONS: ReadonlyMap<string, FunctionEffect> = new Map(
  (Object.entries(EFFECTS) as [FunctionEffect, string][]).flatMap(([effect, names]) =>
    names.split(/\s+/).map((name) => [name, effect] as const),
  ),
);

/** Undefined for a function that nobody has looked at yet. */
export function effectOf(tableFunction: string): FunctionEffect | undefined {
  return TABLE_FUNCTIONS.get(tableFunction);
}

/** Scalar functions that do more than compute. */
export const REFUSED_SCALARS: ReadonlyMap<string, FunctionEffect> = new Map([
  ['getenv', 'engine'],
  ['json_serialize_plan', 'text'],
  ['write_log', 'engine'],
]);

/** Reads paths that are seen only when it runs, as it always did where no roots are set. */
const UNCONFINED = new Set(['sniff_csv']);

const REASONS: Readonly<Record<FunctionEffect | 'unknown', string>> = {
  values: '',
  files: "opens files by itself; read them by path, FROM 'path', or with read_csv, read_json and read_parquet",
  engine: 'is about the engine itself, which all users share; SET, SHOW and EXPLAIN ANALYZE are there for what may be changed and seen',
  text: 'runs SQL that is given as text; write the query in its place',
  unknown: 'is not known to do no harm; if it is of use, ask for it',
};

/** Why a call is refused; undefined when it is not. */
export function refusal(name: string, confined: boolean): string | undefined {
  const effect = REFUSED_SCALARS.get(name) ?? effectOf(name) ?? 'unknown';
  if (effect === 'values' || (!confined && UNCONFINED.has(name))) return undefined;
  return `${name} cannot be called: it ${REASONS[effect]}`;
}
