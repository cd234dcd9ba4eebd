import type { SandboxLimits } from './sandbox-request.js';

/** As executors have it where their configuration says nothing else. */
export const DEFAULT_LIMITS: SandboxLimits & { readonly memoryBytes: number } = {
  memoryBytes: 1024 ** 3,
  processes: 512,
  openFiles: 4096,
  fileBytes: 1024 ** 3,
  temporaryBytes: 256 * 1024 ** 2,
};

/** Nobody, as many images call it. */
export const FUNCTION_USER = { uid: 65_532, gid: 65_532 } as const;
