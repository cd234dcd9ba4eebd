import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * A password as it is kept: `scrypt$N$r$p$salt$key`, salt and key in base64url. The parameters stand in it, so that they can be raised for new ones.
 * Those of now take 32 MiB and about 100 ms, as OWASP's cheat sheet for password storage has them (N = 2^15, r = 8, p = 3).
 */
const NOW: Work = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** What a hash in the file may ask for at the most: whoever writes it must not make a login take all memory. */
const MOST_BYTES = 256 * 1024 * 1024;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Parameters of scrypt, named as there. */
export interface Work {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export interface PasswordHash extends Work {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** @param work @default what is advised now */
export async function hashPassword(password: string, work: Work = NOW): Promise<string> {
  const { N, r, p } = work;
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(password, { ...work, salt, key: Buffer.alloc(KEY_BYTES) });
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Undefined for a text that is none, or asks for too much. */
export function parseHash(text: string): PasswordHash | undefined {
  const [, N, r, p, salt, key] = /^scrypt\$(\d{1,9})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,})\$([\w-]{43,})$/.exec(text) ?? [];
  if (salt === undefined || key === undefined) return undefined;
  const hash = { N: Number(N), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  const isPower = hash.N > 1 && (hash.N & (hash.N - 1)) === 0;
  return isPower && hash.r > 0 && hash.p > 0 && memoryOf(hash) <= MOST_BYTES ? hash : undefined;
}

/** Takes as long whether it is right or wrong. */
export async function isPassword(password: string, hash: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await keyOf(password, hash), hash.key);
}

/** Nobody's: what a password is compared with whose user is not known, so that it takes as long as for one who is. */
export function nobodysHash(like: PasswordHash | undefined): PasswordHash {
  const { N, r, p } = like ?? NOW;
  return { N, r, p, salt: randomBytes(SALT_BYTES), key: randomBytes(like?.key.length ?? KEY_BYTES) };
}

function keyOf(password: string, hash: PasswordHash): Promise<Buffer> {
  const { N, r, p, salt, key } = hash;
  // The same letters may come in several forms.
  return derive(password.normalize('NFKC'), salt, key.length, { N, r, p, maxmem: memoryOf(hash) + 1024 * 1024 });
}

function memoryOf({ N, r, p }: Work): number {
  return 128 * r * (N + p);
}
