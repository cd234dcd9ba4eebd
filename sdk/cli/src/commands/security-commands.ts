import type { Command } from 'commander';
import { type Done, examples } from '../command-parts.js';
import type { CertsOptions, IssueOptions } from './certs.js';
import type { AddUserOptions, UsersOptions } from './users.js';

const DIRECTORY = 'certs';

/** `arbalest certs …` and `arbalest users …` */
export function addSecurity(program: Command, done: Done): void {
  const certs = program.command('certs').description('make certificates for TLS');
  certs
    .command('init')
    .description('make an authority, and certificates for a server and a client')
    .option('--directory <dir>', 'folder for them', DIRECTORY)
    .option('--host <name>', 'name or address by which servers are reached; may be repeated', each, [])
    .addHelpText('after', examples(['certs init', 'certs init --directory /etc/arbalest/certs --host head --host 10.0.0.1']))
    .action(async (options: CertsOptions) => done(await (await import('./certs.js')).initCerts(options)));
  certs
    .command('issue')
    .description('make a certificate of the same authority, for another machine or another person')
    .option('--directory <dir>', 'folder of the authority', DIRECTORY)
    .option('--host <name>', 'name or address by which the machine is reached; may be repeated', each, [])
    .option('--user <name>', 'the person')
    .option('--name <name>', 'name of the two files (default: the first host, or the person)')
    .addHelpText('after', examples(['certs issue --host worker-3 --host 10.0.0.13', 'certs issue --user ada']))
    .action(async (options: IssueOptions) => done(await (await import('./certs.js')).issueCerts(options)));
  const users = program.command('users').description('users of a cluster, in a file with hashed passwords');
  users
    .command('add')
    .description('add a user, or give one another password and other groups; the password is asked for, or read from standard input')
    .argument('<name>', 'the user')
    .requiredOption('--file <path>', 'file of the users, as plugin.authenticator-file.file names it')
    .option(
      '--group <name>',
      "group that the user belongs to; may be repeated. Members of admin see and cancel everybody's statements",
      each,
      [],
    )
    .addHelpText('after', examples(['users add ada --file users.json --group admin', 'users add bob --file users.json < password.txt']))
    .action(async (name: string, options: AddUserOptions) => done(await (await import('./users.js')).addUser(name, options)));
  users
    .command('remove')
    .description('remove a user')
    .argument('<name>', 'the user')
    .requiredOption('--file <path>', 'file of the users')
    .addHelpText('after', examples(['users remove bob --file users.json']))
    .action(async (name: string, options: UsersOptions) => done(await (await import('./users.js')).removeUser(name, options)));
}

function each(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
