import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { userError } from '@arbalest/spi';
import { hashPassword, type Work } from './password-hash.js';
import { checkName, type FileUsers, parseUsers } from './users-file.js';

/** Shorter passwords are found by trying. */
const LEAST_CHARACTERS = 8;

export interface NewUser {
  readonly name: string;
  readonly password: string;
  readonly groups: readonly string[];
  /** What hashing the password takes, and each login with it. @default what is advised now */
  readonly work?: Work;
}

/**
 * Adds a user to the file, which is made when there is none, or gives one another password and other groups.
 *
 * @returns whether the user is new
 * @throws user errors `USER_NAME`, `PASSWORD_SHORT`, `USERS_FILE`
 */
export async function addUser(file: string, { name, password, groups, work }: NewUser): Promise<boolean> {
  checkName(name, 'user');
  for (const group of groups) checkName(group, 'group');
  if (password.length < LEAST_CHARACTERS)
    throw userError('PASSWORD_SHORT', `The password has to have at least ${LEAST_CHARACTERS} characters`);
  const users = await readUsers(file);
  await write(file, { ...users, [name]: { groups: [...groups], password: await hashPassword(password, work) } });
  return !Object.hasOwn(users, name);
}

/** @returns whether there was one of that name @throws user error `USERS_FILE` */
export async function removeUser(file: string, name: string): Promise<boolean> {
  const users = await readUsers(file);
  if (!Object.hasOwn(users, name)) return false;
  await write(file, Object.fromEntries(Object.entries(users).filter(([other]) => other !== name)));
  return true;
}

async function readUsers(file: string): Promise<FileUsers> {
  try {
    return parseUsers(await readFile(file, 'utf8'), file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw thrown;
  }
}

/** At once, so that a scheduler never reads half of it. */
async function write(file: string, users: FileUsers): Promise<void> {
  const made = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(made, `${JSON.stringify({ users }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(made, 0o600);
  await rename(made, file);
}
