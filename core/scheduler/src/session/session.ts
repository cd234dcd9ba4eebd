import type { SessionSettings } from './session-settings.js';

/** What one client has said of itself and set. */
export interface Session {
  readonly id: string;
  readonly client: string;
  /** Who it is; empty where users are not told apart. */
  readonly user: string;
  /** Absolute; relative paths in statements are resolved against it. */
  readonly baseDirectory: string;
  readonly settings: SessionSettings;
  /** Monotonic milliseconds. */
  usedAt: number;
  /** Statements under way. */
  readonly jobs: Set<string>;
  /** Its client has closed it; it lasts as long as statements that go on without the client. */
  closed: boolean;
}
