import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { userError } from '@arbalest/spi';

/** Shorter ones could be found by trying. */
const LEAST_CHARACTERS = 16;

/** The secret by which the processes of a cluster know each other. */
export class ClusterToken {
  readonly #digest: Buffer;
  readonly #text: string;

  /** @throws user error `TOKEN_WEAK` */
  constructor(text: string) {
    if (text.length < LEAST_CHARACTERS)
      throw userError(
        'TOKEN_WEAK',
        `The token of the cluster has ${text.length} characters; at least ${LEAST_CHARACTERS} are wanted: openssl rand -hex 32`,
      );
    if (!/^[\x21-\x7e]+$/.test(text))
      throw userError('TOKEN_WEAK', 'The token of the cluster may hold printable ASCII without spaces only');
    this.#text = text;
    this.#digest = digest(text);
  }

  /** What calls carry. */
  get header(): string {
    return `Bearer ${this.#text}`;
  }

  /** Takes as long for a wrong token, whatever is right of it. */
  matches(text: string): boolean {
    return timingSafeEqual(digest(text), this.#digest);
  }

  /** A key for one purpose; who has it learns nothing of the token, or of keys for others. */
  key(purpose: string): Buffer {
    return createHmac('sha256', this.#text).update(`arbalest ${purpose}`).digest();
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
