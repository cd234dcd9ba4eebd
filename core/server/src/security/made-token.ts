import { randomBytes } from 'node:crypto';

/** In which a process hands a token that it has made up to those that it starts; arguments could be read by others on the machine. */
export const MADE_TOKEN_VARIABLE = 'STANDALONE_CLUSTER_TOKEN';

export function makeToken(): string {
  return randomBytes(32).toString('hex');
}
