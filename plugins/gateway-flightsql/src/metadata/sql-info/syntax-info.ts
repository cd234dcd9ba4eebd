import { arrow } from '@arbalest/proto';
import { PATTERN_ESCAPE } from '../like-pattern.js';
import { CONVERSIONS } from './conversions.js';
import { bits, conversions, list, no, type SqlInfoValue, text, whole, yes } from './info-value.js';
import { DATETIME_FUNCTIONS, KEYWORDS, NUMERIC_FUNCTIONS, STRING_FUNCTIONS, SYSTEM_FUNCTIONS } from './words.js';

const sql = arrow.flight.protocol.sql;
const { SqlInfo } = sql;

/** Codes from SQL_MAX_BINARY_LITERAL_LENGTH to SQL_MAX_USERNAME_LENGTH, but for one, are limits. None of them is known: all are 0. */
const LIMITS = Array.from(
  { length: SqlInfo.SQL_MAX_USERNAME_LENGTH - SqlInfo.SQL_MAX_BINARY_LITERAL_LENGTH + 1 },
  (_, i) => i + SqlInfo.SQL_MAX_BINARY_LITERAL_LENGTH,
).filter((code) => code !== Number(SqlInfo.SQL_MAX_ROW_SIZE_INCLUDES_BLOBS));

/**
 * What the SQL dialect can do. Ordinal numbers come as `bigint_value`, as the C++ and Java servers of Arrow send them and JDBC reads them, although the comments of
 * FlightSql.proto say int32.
 */
export const SYNTAX_INFO: readonly (readonly [code: number, value: SqlInfoValue])[] = [
  ...definitions(),
  ...names(),
  ...queries(),
  ...LIMITS.map((code) => [code, whole(0)] as const),
  ...transactions(),
  ...results(),
];

function definitions(): readonly (readonly [number, SqlInfoValue])[] {
  return [
    [SqlInfo.SQL_DDL_CATALOG, no],
    [SqlInfo.SQL_DDL_SCHEMA, no],
    [SqlInfo.SQL_DDL_TABLE, yes],
    [SqlInfo.SQL_ALL_TABLES_ARE_SELECTABLE, yes],
    [SqlInfo.SQL_SUPPORTS_NON_NULLABLE_COLUMNS, yes],
    [SqlInfo.SQL_SUPPORTS_INTEGRITY_ENHANCEMENT_FACILITY, no],
    [SqlInfo.SQL_SCHEMAS_SUPPORTED_ACTIONS, bits()],
    [SqlInfo.SQL_CATALOGS_SUPPORTED_ACTIONS, bits()],
  ];
}

function names(): readonly (readonly [number, SqlInfoValue])[] {
  const anyCase = whole(sql.SqlSupportedCaseSensitivity.SQL_CASE_SENSITIVITY_CASE_INSENSITIVE);
  return [
    [SqlInfo.SQL_IDENTIFIER_CASE, anyCase],
    [SqlInfo.SQL_IDENTIFIER_QUOTE_CHAR, text('"')],
    [SqlInfo.SQL_QUOTED_IDENTIFIER_CASE, anyCase],
    [SqlInfo.SQL_KEYWORDS, list(...KEYWORDS)],
    [SqlInfo.SQL_NUMERIC_FUNCTIONS, list(...NUMERIC_FUNCTIONS)],
    [SqlInfo.SQL_STRING_FUNCTIONS, list(...STRING_FUNCTIONS)],
    [SqlInfo.SQL_SYSTEM_FUNCTIONS, list(...SYSTEM_FUNCTIONS)],
    [SqlInfo.SQL_DATETIME_FUNCTIONS, list(...DATETIME_FUNCTIONS)],
    [SqlInfo.SQL_SEARCH_STRING_ESCAPE, text(PATTERN_ESCAPE)],
    [SqlInfo.SQL_EXTRA_NAME_CHARACTERS, text('$')],
    [SqlInfo.SQL_SCHEMA_TERM, text('schema')],
    [SqlInfo.SQL_PROCEDURE_TERM, text('procedure')],
    [SqlInfo.SQL_CATALOG_TERM, text('catalog')],
    [SqlInfo.SQL_CATALOG_AT_START, yes],
  ];
}

function queries(): readonly (readonly [number, SqlInfoValue])[] {
  const { SqlSupportedGroupBy: group, SqlSupportedSubqueries: sub, SqlOuterJoinsSupportLevel: outer } = sql;
  return [
    [SqlInfo.SQL_NULL_ORDERING, whole(sql.SqlNullOrdering.SQL_NULLS_SORTED_AT_END)],
    [SqlInfo.SQL_SUPPORTS_COLUMN_ALIASING, yes],
    [SqlInfo.SQL_NULL_PLUS_NULL_IS_NULL, yes],
    [SqlInfo.SQL_SUPPORTS_CONVERT, conversions(CONVERSIONS)],
    [SqlInfo.SQL_SUPPORTS_TABLE_CORRELATION_NAMES, yes],
    [SqlInfo.SQL_SUPPORTS_DIFFERENT_TABLE_CORRELATION_NAMES, no],
    [SqlInfo.SQL_SUPPORTS_EXPRESSIONS_IN_ORDER_BY, yes],
    [SqlInfo.SQL_SUPPORTS_ORDER_BY_UNRELATED, yes],
    [SqlInfo.SQL_SUPPORTED_GROUP_BY, bits(group.SQL_GROUP_BY_UNRELATED, group.SQL_GROUP_BY_BEYOND_SELECT)],
    [SqlInfo.SQL_SUPPORTS_LIKE_ESCAPE_CLAUSE, yes],
    [SqlInfo.SQL_SUPPORTED_GRAMMAR, bits(sql.SupportedSqlGrammar.SQL_MINIMUM_GRAMMAR, sql.SupportedSqlGrammar.SQL_CORE_GRAMMAR)],
    [SqlInfo.SQL_ANSI92_SUPPORTED_LEVEL, bits(sql.SupportedAnsi92SqlGrammarLevel.ANSI92_ENTRY_SQL)],
    // Drivers read it as bits, whatever FlightSql.proto says.
    [SqlInfo.SQL_OUTER_JOINS_SUPPORT_LEVEL, bits(outer.SQL_LIMITED_OUTER_JOINS, outer.SQL_FULL_OUTER_JOINS)],
    [SqlInfo.SQL_SUPPORTED_POSITIONED_COMMANDS, bits()],
    [SqlInfo.SQL_SELECT_FOR_UPDATE_SUPPORTED, no],
    [SqlInfo.SQL_STORED_PROCEDURES_SUPPORTED, no],
    [
      SqlInfo.SQL_SUPPORTED_SUBQUERIES,
      bits(
        ...[sub.SQL_SUBQUERIES_IN_COMPARISONS, sub.SQL_SUBQUERIES_IN_EXISTS, sub.SQL_SUBQUERIES_IN_INS, sub.SQL_SUBQUERIES_IN_QUANTIFIEDS],
      ),
    ],
    [SqlInfo.SQL_CORRELATED_SUBQUERIES_SUPPORTED, yes],
    [SqlInfo.SQL_SUPPORTED_UNIONS, bits(sql.SqlSupportedUnions.SQL_UNION, sql.SqlSupportedUnions.SQL_UNION_ALL)],
    [SqlInfo.SQL_MAX_ROW_SIZE_INCLUDES_BLOBS, yes],
    [SqlInfo.SQL_NAMED_PARAMETERS_SUPPORTED, no],
    [SqlInfo.SQL_LOCATORS_UPDATE_COPY, no],
    [SqlInfo.SQL_STORED_FUNCTIONS_USING_CALL_SYNTAX_SUPPORTED, no],
  ];
}

/** Each statement is a transaction of its own. */
function transactions(): readonly (readonly [number, SqlInfoValue])[] {
  const { SQL_TRANSACTION_NONE } = sql.SqlTransactionIsolationLevel;
  return [
    [SqlInfo.SQL_DEFAULT_TRANSACTION_ISOLATION, whole(SQL_TRANSACTION_NONE)],
    [SqlInfo.SQL_TRANSACTIONS_SUPPORTED, no],
    [SqlInfo.SQL_SUPPORTED_TRANSACTIONS_ISOLATION_LEVELS, bits(SQL_TRANSACTION_NONE)],
    [SqlInfo.SQL_DATA_DEFINITION_CAUSES_TRANSACTION_COMMIT, no],
    [SqlInfo.SQL_DATA_DEFINITIONS_IN_TRANSACTIONS_IGNORED, no],
    [SqlInfo.SQL_SAVEPOINTS_SUPPORTED, no],
  ];
}

function results(): readonly (readonly [number, SqlInfoValue])[] {
  const readOnly = bits(sql.SqlSupportedResultSetConcurrency.SQL_RESULT_SET_CONCURRENCY_READ_ONLY);
  return [
    [SqlInfo.SQL_SUPPORTED_RESULT_SET_TYPES, bits(sql.SqlSupportedResultSetType.SQL_RESULT_SET_TYPE_FORWARD_ONLY)],
    [SqlInfo.SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_UNSPECIFIED, bits()],
    [SqlInfo.SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_FORWARD_ONLY, readOnly],
    [SqlInfo.SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_SENSITIVE, bits()],
    [SqlInfo.SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_INSENSITIVE, bits()],
    [SqlInfo.SQL_BATCH_UPDATES_SUPPORTED, yes],
  ];
}
