import { userError } from '@arbalest/spi';
import { parseHash, type PasswordHash } from './password-hash.js';

export interface FileUser {
  readonly groups: readonly string[];
  readonly password: string;
}

/** By name. */
export type FileUsers = Readonly<Record<string, FileUser>>;

export interface CheckedUser {
  readonly groups: readonly string[];
  readonly hash: PasswordHash;
}

const NAME = /^[\p{L}\p{N}_.@-]{1,64}$/u;

/**
 * Reads what a file of users holds:
 *
 *     { "users": { "ada": { "groups": ["admin"], "password": "scrypt$…" } } }
 *
 * @throws user error `USERS_FILE` that says where it is wrong, without a hash
 */
export function parseUsers(text: string, file: string): FileUsers {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(file, 'it is not JSON');
  }
  const { users } = (value ?? {}) as { readonly users?: unknown };
  if (typeof users !== 'object' || users === null) throw wrong(file, 'it has no "users"');
  for (const [name, user] of Object.entries(users)) checkUser(name, user as Partial<FileUser> | null, file);
  return users as FileUsers;
}

export function checkedUsers(users: FileUsers): ReadonlyMap<string, CheckedUser> {
  return new Map(Object.entries(users).map(([name, { groups, password }]) => [name, { groups: [...groups], hash: parseHash(password)! }]));
}

/** @throws user error `USER_NAME` */
export function checkName(name: string, what: 'user' | 'group'): void {
  if (NAME.test(name)) return;
  throw userError('USER_NAME', `"${name}" cannot be the name of a ${what}; wanted up to 64 letters, digits, "_", ".", "@" or "-"`);
}

function checkUser(name: string, user: Partial<FileUser> | null, file: string): void {
  if (!NAME.test(name)) throw wrong(file, `"${name}" cannot be the name of a user`);
  const { groups, password } = user ?? {};
  if (!Array.isArray(groups) || groups.some((group) => typeof group !== 'string'))
    throw wrong(file, `"groups" of "${name}" is no list of names`);
  if (typeof password !== 'string' || !parseHash(password))
    throw wrong(file, `"password" of "${name}" is no hash that arbalest users add has made`);
}

function wrong(file: string, what: string) {
  return userError('USERS_FILE', `The file of users ${file} cannot be used: ${what}`);
}
