/** What the process ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command line itself is wrong; ends with `EXIT.usage`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
