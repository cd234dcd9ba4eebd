import { text } from 'node:stream/consumers';
import { EXIT, UsageError } from '../exit-code.js';
import { standardOutput } from '../output/sink.js';
import { askSecret } from '../remote-options.js';

export interface UsersOptions {
  readonly file: string;
}

export interface AddUserOptions extends UsersOptions {
  readonly group: readonly string[];
}

/** `arbalest users add`: the password is asked for twice, or read from standard input where nobody sits there. */
export async function addUser(name: string, { file, group: groups }: AddUserOptions): Promise<number> {
  const users = await import('@arbalest/authenticator-file');
  const isNew = await users.addUser(file, { name, groups, password: await newPassword(name) });
  await standardOutput().write(`${isNew ? 'Added' : 'Changed'} ${name} in ${file}\n`);
  return EXIT.ok;
}

/** `arbalest users remove`: tokens that the user has are good until they expire. */
export async function removeUser(name: string, { file }: UsersOptions): Promise<number> {
  const users = await import('@arbalest/authenticator-file');
  if (!(await users.removeUser(file, name))) {
    process.stderr.write(`Error: There is no user ${name} in ${file}\n`);
    return EXIT.failed;
  }
  await standardOutput().write(`Removed ${name} from ${file}\n`);
  return EXIT.ok;
}

async function newPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const password = await askSecret(`New password of ${name}: `);
  if ((await askSecret('The same again: ')) !== password) throw new UsageError('the two passwords are not the same');
  return password;
}
