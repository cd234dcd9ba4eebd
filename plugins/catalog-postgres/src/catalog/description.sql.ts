/**
 * All that is asked of PostgreSQL about one relation, as one JSON object. $1 is its oid.
 *
 * Domains are followed to what they are of; a domain's modifier counts where the column has none. Statistics are those that ANALYZE left (pg_stats shows only columns that the
 * user may read); a partitioned table has its own beside those of its parts.
 */
export const DESCRIBE_RELATION = `
WITH RECURSIVE attribute AS (
  SELECT a.attnum, a.attname, a.attnotnull, a.atttypid AS type, a.atttypmod AS modifier, a.attcollation AS collation
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT d.attnum, d.attname, d.attnotnull, t.typbasetype, t.typtypmod, d.collation
  FROM attribute d JOIN pg_catalog.pg_type t ON t.oid = d.type WHERE t.typtype = 'd'
), part AS (
  SELECT p.relid, c.reltuples FROM pg_catalog.pg_partition_tree($1) p JOIN pg_catalog.pg_class c ON c.oid = p.relid WHERE p.isleaf
), relation AS (
  SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples, c.relpages,
    pg_catalog.current_setting('block_size')::int8 AS block
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = $1
)
SELECT pg_catalog.json_build_object(
  'oid', r.oid::int8, 'schema', r.nspname, 'name', r.relname, 'kind', r.relkind,
  'serverVersion', pg_catalog.current_setting('server_version_num')::int4,
  'encoding', pg_catalog.current_setting('server_encoding'),
  'analyzedRows', CASE r.relkind WHEN 'p' THEN (SELECT sum(reltuples) FROM part WHERE reltuples >= 0) ELSE r.reltuples END,
  'analyzedBlocks', r.relpages,
  'blocks', CASE WHEN r.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(r.oid) / r.block END,
  'bytes', CASE WHEN r.relkind IN ('r', 'm') THEN pg_catalog.pg_table_size(r.oid)
    WHEN r.relkind = 'p' THEN (SELECT coalesce(sum(pg_catalog.pg_table_size(relid)), 0) FROM part) END,
  'columns', (
    SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', a.attname, 'notNull', a.attnotnull, 'oid', t.oid::int8, 'modifier', a.modifier, 'elementOid', e.oid::int8,
      'deterministic', l.collisdeterministic
    ) ORDER BY a.attnum), '[]')
    FROM attribute a JOIN pg_catalog.pg_type t ON t.oid = a.type
    LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
    LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.collation
    WHERE t.typtype <> 'd'
  ),
  'statistics', (
    SELECT coalesce(pg_catalog.json_object_agg(s.attname, pg_catalog.json_build_object(
      'nullFraction', s.null_frac, 'distinct', s.n_distinct, 'correlation', s.correlation
    )), '{}')
    FROM pg_catalog.pg_stats s WHERE s.schemaname = r.nspname AND s.tablename = r.relname AND s.inherited = (r.relkind = 'p')
  ),
  'primaryKey', (
    SELECT pg_catalog.json_agg(a.attname ORDER BY k.position)
    FROM pg_catalog.pg_index i
    CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, position)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.attnum
    WHERE i.indrelid = r.oid AND i.indisprimary AND i.indisvalid AND k.position <= i.indnkeyatts
  )
) AS description
FROM relation r`;

/** Relations of schema $1 called $2, by the letter; where $3 is true regardless of case. */
export const FIND_RELATION = `
SELECT c.oid::int8::text AS oid, n.nspname AS schema, c.relname AS name
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND CASE WHEN $3::bool THEN lower(n.nspname) = lower($1::text) AND lower(c.relname) = lower($2::text)
    ELSE n.nspname = $1::text AND c.relname = $2::text END`;

/** Relations that the user may read; in the schemas of $1, or in all but PostgreSQL's own where that is NULL. */
export const LIST_RELATIONS = `
SELECT n.nspname AS schema, c.relname AS name
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  AND CASE WHEN $1::text[] IS NULL THEN n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ELSE n.nspname = ANY ($1::text[]) END
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT')
ORDER BY 1, 2`;

/** Equally many rows lie between neighbours of these, as ANALYZE found. $1 schema, $2 table, $3 column, $4 whether it is partitioned. */
export const HISTOGRAM = `
SELECT s.histogram_bounds::text::text[] AS bounds
FROM pg_catalog.pg_stats s WHERE s.schemaname = $1 AND s.tablename = $2 AND s.attname = $3 AND s.inherited = $4::bool`;
