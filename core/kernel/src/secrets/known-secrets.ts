/** Shorter texts occur everywhere by chance: striking them out would hide the log, not the secret. */
const LEAST_LENGTH = 4;
const STRUCK = '[redacted]';

/** The secrets that this process has read, in memory only, for as long as it lives: an old one may still turn up after it was replaced. */
export class KnownSecrets {
  readonly #texts = new Set<string>();

  /** Remembers a secret, also as it stands in URLs, JSON and quoted SQL. */
  add(secret: string): void {
    if (secret.length < LEAST_LENGTH) return;
    const lines = secret.includes('\n') ? secret.split(/\r?\n/).filter((line) => line.length >= 4 * LEAST_LENGTH) : [];
    for (const text of [secret, encoded(secret), JSON.stringify(secret).slice(1, -1), secret.replaceAll("'", "''"), ...lines])
      this.#texts.add(text);
  }

  /** The text with everything that is remembered struck out, the longest first. */
  strike(text: string): string {
    if (this.#texts.size === 0) return text;
    const found = [...this.#texts].filter((secret) => text.includes(secret)).sort((a, b) => b.length - a.length);
    return found.reduce((rest, secret) => rest.replaceAll(secret, STRUCK), text);
  }
}

/** As it stands in a URL; as it is where it holds half a character, which has no such form. */
function encoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}
