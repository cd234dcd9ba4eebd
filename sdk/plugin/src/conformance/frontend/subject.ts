import type { Frontend } from '@arbalest/spi';

/** A front end as an author describes it to the suite. */
export interface FrontendSubject {
  readonly open: () => Promise<Frontend>;
  /** Texts in the front end's language. @default SQL */
  readonly texts?: Partial<FrontendTexts>;
}

/**
 * The tables in the tests: `numbers(i BIGINT, s VARCHAR)`, `dates(i BIGINT, day DATE)`, the view `evens` over `numbers`.
 */
export interface FrontendTexts {
  /** The columns i and s of `numbers`. */
  readonly query: string;
  /** Every column of `numbers` and `dates` where their i is equal. */
  readonly join: string;
  /** A query that names `numbers` several times. */
  readonly several: string;
  /** The column i of the view `evens`, whose text is `view`. */
  readonly overView: string;
  readonly view: string;
  /** Rows of `numbers` whose i is the first parameter. */
  readonly parameter: string;
  /** A query that names no table. */
  readonly noTable: string;
  /** Two statements, the second of which is `query`, with text that holds what parts statements in the first. */
  readonly script: string;
  /** A statement that is not of the language, and the text at which that is seen. */
  readonly syntaxError: { readonly text: string; readonly at: string };
  /** A query of the table `nubmers`, and of the column `ii` of `numbers`. */
  readonly unknownTable: string;
  readonly unknownColumn: string;
  /** A query of a path `/data/rows.csv`, where the language has such; absent where it has not. */
  readonly path?: string;
}

export const SQL_TEXTS: FrontendTexts = {
  query: 'SELECT i, s FROM numbers',
  join: 'SELECT * FROM numbers JOIN dates ON numbers.i = dates.i',
  several: 'SELECT a.i FROM numbers a, numbers b WHERE a.i = b.i AND a.i IN (SELECT i FROM numbers)',
  overView: 'SELECT i FROM evens',
  view: 'SELECT i FROM numbers WHERE i % 2 = 0',
  parameter: 'SELECT s FROM numbers WHERE i = $1',
  noTable: 'SELECT 1 AS one',
  script: `SELECT 'a;b' AS "c;d" -- not; here\n;\nSELECT i, s FROM numbers`,
  syntaxError: { text: 'SELECT i FROM numbers WHERE WHERE', at: 'WHERE WHERE' },
  unknownTable: 'SELECT i FROM nubmers',
  unknownColumn: 'SELECT ii FROM numbers',
  path: "SELECT i FROM '/data/rows.csv'",
};
