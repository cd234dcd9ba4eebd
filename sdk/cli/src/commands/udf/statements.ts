import { EXIT } from '../../exit-code.js';
import { openConnection } from '../../open-connection.js';
import { runScript } from '../../run-script.js';
import { terminalOf } from '../../terminal.js';

export interface UdfConnectionOptions {
  readonly connect?: string;
  readonly format: 'table' | 'json';
}

export interface DeployOptions extends UdfConnectionOptions {
  readonly prefix?: string;
  readonly replace?: boolean;
}

/** `arbalest udf deploy`: the functions of an image, in the catalog of a cluster. */
export function deploy(image: string, { prefix, replace = false, ...options }: DeployOptions): Promise<number> {
  const as = prefix === undefined ? '' : ` AS ${quotedName(prefix)}`;
  return ask(`CREATE ${replace ? 'OR REPLACE ' : ''}FUNCTIONS FROM IMAGE ${quotedText(image)}${as}`, options);
}

/** `arbalest udf list`. */
export function list(options: UdfConnectionOptions): Promise<number> {
  return ask('SHOW FUNCTIONS', options);
}

/** `arbalest udf logs` and `arbalest udf stats`. */
export function show(what: 'logs' | 'stats' | 'errors', name: string | undefined, options: UdfConnectionOptions): Promise<number> {
  return ask(`SHOW FUNCTION ${what.toUpperCase()}${name === undefined ? '' : ` ${quotedName(name)}`}`, options);
}

async function ask(statement: string, options: UdfConnectionOptions): Promise<number> {
  await using db = await openConnection(options);
  const code = await runScript(db, statement, {
    format: options.format,
    signal: new AbortController().signal,
    summary: options.format === 'table' && terminalOf(process.stderr).interactive,
  });
  return code === 0 ? EXIT.ok : code;
}

function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `arbalest udf describe`: what an image holds, as a cluster would see it; asked in this process, kept nowhere. */
export async function describe(image: string, { format }: Pick<UdfConnectionOptions, 'format'>): Promise<number> {
  await using db = await openConnection({});
  const create = `CREATE FUNCTIONS FROM IMAGE ${quotedText(image)}`;
  const options = { format, signal: new AbortController().signal } as const;
  try {
    await db.sql(create).run();
  } catch (error) {
    const { drawError } = await import('../../output/error-drawing.js');
    process.stderr.write(drawError(error, create));
    return EXIT.failed;
  }
  return runScript(db, 'SHOW FUNCTIONS', options);
}
