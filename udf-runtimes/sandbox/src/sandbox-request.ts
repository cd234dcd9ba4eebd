/** What differs from one container of functions to the next. */
export interface SandboxRequest {
  /** By its id in the engine, not by a tag that may move. */
  readonly imageId: string;
  /** Folders that the image declares as volumes. */
  readonly volumes: readonly string[];
  /** As the engine sees them. */
  readonly folders: { readonly input: string; readonly output: string };
  readonly user: { readonly uid: number; readonly gid: number };
  readonly resources: SandboxResources;
  /** Values by name; they go into the environment. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly limits: SandboxLimits;
  readonly labels: Readonly<Record<string, string>>;
  /** From SIGTERM until it is killed. */
  readonly stopMs: number;
  /** Whether the engine has an init program: it passes signals on and reaps what is orphaned. */
  readonly init: boolean;
}

export interface SandboxResources {
  /** Swap included: there is none. */
  readonly memoryBytes: number;
  readonly cpus: number;
  /** A network of the engine. @default none */
  readonly network?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly gpus: number;
  /** Container runtime. @default the engine's */
  readonly runtime?: string;
}

export interface SandboxLimits {
  /** And threads. */
  readonly processes: number;
  /** Of a process. */
  readonly openFiles: number;
  /** Of one file. */
  readonly fileBytes: number;
  /** Of /tmp and of each volume, in the container's memory. */
  readonly temporaryBytes: number;
}
