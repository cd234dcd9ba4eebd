import { type Connection, isArbalestError } from '@arbalest/client';
import { quoteName, quoteText } from '@arbalest/spi';
import { EXIT } from '../../exit-code.js';
import { openConnection } from '../../open-connection.js';
import { type ListColumn, type ListFormat, printList } from '../../output/listing.js';
import { runScript } from '../../run-script.js';
import { terminalOf } from '../../terminal.js';
import { openDocker } from './docker.js';
import { fittingColumns } from './fitting-columns.js';
import { DESCRIBED, ERRORS, LISTED, LOGS, type Row, STATS } from './function-columns.js';

export interface UdfConnectionOptions {
  readonly connect?: string;
  readonly format: 'table' | 'json';
}

export interface DeployOptions extends UdfConnectionOptions {
  readonly prefix?: string;
  readonly replace?: boolean;
}

const MORE = 'There is more in a wider terminal, and with --format json\n';

/** Before the names of functions that are only looked at, so that none of them is taken already. */
const LOOKED_AT = 'looked_at';

/** `arbalest udf describe`: what an image holds, as a cluster would see it; asked in this process, kept nowhere. */
export async function describe(image: string, { format }: Pick<UdfConnectionOptions, 'format'>): Promise<number> {
  // Without it the answer would come only when a scheduler has given up.
  await openDocker();
  await using db = await openConnection({});
  await db.sql(createFunctions(image, LOOKED_AT)).run();
  const rows = await rowsOf(db, 'SHOW FUNCTIONS');
  const named = rows.map((row) => ({ ...row, name: String(row['name']).replace(`${LOOKED_AT}_`, '') }));
  await print(named, DESCRIBED, format, `${image} holds no functions`);
  return EXIT.ok;
}

/** `arbalest udf deploy`: the functions of an image, in the catalog of a cluster. */
export async function deploy(image: string, { prefix, replace = false, ...options }: DeployOptions): Promise<number> {
  try {
    return await show(createFunctions(image, prefix, replace), DESCRIBED, options, `${image} holds no functions`);
  } catch (error) {
    throw withWayOut(error);
  }
}

/** `arbalest udf list`. */
export function list(options: UdfConnectionOptions): Promise<number> {
  return show('SHOW FUNCTIONS', LISTED, options, 'No functions yet. Make some callable with: arbalest udf deploy IMAGE');
}

const REPORTS = {
  logs: { columns: LOGS, whenEmpty: 'Nothing in the log' },
  stats: { columns: STATS, whenEmpty: 'No calls yet' },
  errors: { columns: ERRORS, whenEmpty: 'No rows have failed' },
} as const;

/** `arbalest udf logs`, `arbalest udf stats` and `arbalest udf errors`. */
export function report(what: keyof typeof REPORTS, name: string | undefined, options: UdfConnectionOptions): Promise<number> {
  const { columns, whenEmpty } = REPORTS[what];
  return show(`SHOW FUNCTION ${what.toUpperCase()}${name === undefined ? '' : ` ${quoteName(name)}`}`, columns, options, whenEmpty);
}

/** The rows of a statement: in JSON as they are, in a table as people read them. */
async function show(
  statement: string,
  columns: readonly ListColumn<Row>[],
  { format, ...options }: UdfConnectionOptions,
  whenEmpty: string,
): Promise<number> {
  await using db = await openConnection(options);
  if (format === 'json') return await runScript(db, statement, { format, signal: new AbortController().signal });
  await print(await rowsOf(db, statement), columns, format, whenEmpty);
  return EXIT.ok;
}

async function print(rows: readonly Row[], columns: readonly ListColumn<Row>[], format: ListFormat, whenEmpty: string): Promise<void> {
  const shown = fittingColumns(rows, columns, terminalOf(process.stdout).width);
  await printList(rows, shown, format, whenEmpty);
  if (format === 'table' && rows.length > 0 && shown.length < columns.length) process.stderr.write(MORE);
}

function rowsOf(db: Connection, statement: string): Promise<readonly Row[]> {
  return db.sql(statement).toArray();
}

function createFunctions(image: string, prefix: string | undefined, replace = false): string {
  const as = prefix === undefined ? '' : ` AS ${quoteName(prefix)}`;
  return `CREATE ${replace ? 'OR REPLACE ' : ''}FUNCTIONS FROM IMAGE ${quoteText(image)}${as}`;
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  FUNCTION_EXISTS: 'Replace them with --replace, or give these another prefix with --prefix NAME',
  FUNCTION_NAME_TAKEN: 'Give them a prefix with --prefix NAME',
};

/** What the message says in SQL, in words of this command. */
function withWayOut(error: unknown): unknown {
  const way = isArbalestError(error) ? WAYS_OUT[error.code] : undefined;
  if (way === undefined || !isArbalestError(error)) return error;
  return new Error(`${error.message.split(';')[0]}. ${way}`, { cause: error });
}
