import { type Command, InvalidArgumentError, Option } from 'commander';

/** Told the exit code of a command that has run. */
export type Done = (code: number) => void;

export const DEFAULT_URL = 'grpc://127.0.0.1:7070';

/** A command that asks a scheduler. */
export function inspection(command: Command): Command {
  return remote(
    command.option('--connect <url>', 'scheduler to ask; several of one cluster with commas between them', DEFAULT_URL),
  ).addOption(listFormat());
}

/** A command that connects: what it shows of who calls, and whom it trusts. See remote-options.ts. */
export function remote(command: Command): Command {
  return command
    .option('--tls-ca <file>', 'authorities to trust at grpc+tls:// addresses, PEM (also ARBALEST_TLS_CA)')
    .option('--tls-cert <file>', 'certificate to show, PEM; with --tls-key')
    .option('--tls-key <file>', 'its private key, PEM')
    .option('--token-file <file>', 'file with the token of the cluster (also ARBALEST_TOKEN)')
    .option('--user <name>', 'user to log in as (also ARBALEST_USER); the password is asked for, or taken from ARBALEST_PASSWORD')
    .option('--password-file <file>', 'file with the password');
}

export function listFormat(): Option {
  return new Option('--format <format>', 'form of the list').choices(['table', 'json']).default('table');
}

export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ arbalest ${line}`).join('\n')}\n`;
}

export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Wanted a whole number from 1.');
  return value;
}

export function port(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('Wanted a number from 0 to 65535.');
  return value;
}

export function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new InvalidArgumentError('Wanted a number of seconds.');
  return value;
}

export function keyValue(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Wanted KEY=VALUE.');
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}
