/** How long anything that the SPI wants "at once" or "within a second" may take in a test, milliseconds: that and what a busy machine adds. */
export const DEADLINE_MS = Number(process.env['ARBALEST_CONFORMANCE_DEADLINE_MS'] ?? 10_000);

/** Waits for `work`, and fails with a message that says what did not end when it takes too long. */
export async function within<T>(what: string, work: Promise<T>, ms = DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} has not ended after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What `work` is rejected with; fails when it is not, or not in time. */
export async function rejection(what: string, work: Promise<unknown>, ms = DEADLINE_MS): Promise<unknown> {
  const outcome = await within(
    what,
    work.then(
      () => ({ rejected: false }) as const,
      (error: unknown) => ({ rejected: true, error }) as const,
    ),
    ms,
  );
  if (!outcome.rejected) throw new Error(`${what} was to be refused, and was not`);
  return outcome.error;
}
