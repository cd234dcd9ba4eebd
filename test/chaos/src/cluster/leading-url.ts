import { connect } from '@arbalest/client';

const ASK_MS = 2_000;

/** Which of the schedulers says that it leads; undefined when none does. */
export async function leadingUrl(urls: readonly string[]): Promise<string | undefined> {
  try {
    await using db = await connect(urls.join(','), { connectTimeoutMs: ASK_MS });
    return (await db.schedulers()).find(({ state }) => state === 'leader')?.url;
  } catch {
    return undefined;
  }
}
