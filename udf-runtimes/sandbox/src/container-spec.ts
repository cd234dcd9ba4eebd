import type { ContainerCreateOptions } from 'dockerode';
import { INPUT_FOLDER, OUTPUT_FOLDER, SOCKET_NAME } from './places.js';
import type { SandboxRequest } from './sandbox-request.js';

/** The sandbox. Everything that is not said here is the engine's default: its seccomp profile, its masked paths, its own process, mount and host name space. */
export function containerSpec(request: SandboxRequest): ContainerCreateOptions {
  const { imageId, resources, user, labels, stopMs } = request;
  return {
    Image: imageId,
    User: `${user.uid}:${user.gid}`,
    Hostname: 'function',
    Env: variables(request),
    Labels: { ...labels },
    AttachStdin: false,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: false,
    Tty: false,
    StopSignal: 'SIGTERM',
    StopTimeout: Math.ceil(stopMs / 1000),
    // The image's own check would run more processes; arbalest.health is asked instead.
    Healthcheck: { Test: ['NONE'] },
    HostConfig: {
      ...isolation(request),
      ...limitsOf(request),
      NetworkMode: resources.network ?? 'none',
      ...(resources.runtime === undefined ? {} : { Runtime: resources.runtime }),
      ...(resources.gpus === 0 ? {} : { DeviceRequests: [{ Driver: '', Count: resources.gpus, Capabilities: [['gpu']] }] }),
    },
  };
}

function variables({ resources, secrets }: SandboxRequest): string[] {
  const all: Readonly<Record<string, string>> = {
    ...resources.environment,
    ...secrets,
    ARBALEST_UDF_SOCKET: `${OUTPUT_FOLDER}/${SOCKET_NAME}`,
    ARBALEST_UDF_INPUT_DIR: INPUT_FOLDER,
    ARBALEST_UDF_OUTPUT_DIR: OUTPUT_FOLDER,
  };
  return Object.entries(all).map(([name, value]) => `${name}=${value}`);
}

function isolation({ folders, volumes, limits, init }: SandboxRequest): ContainerCreateOptions['HostConfig'] {
  return {
    Privileged: false,
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    ReadonlyRootfs: true,
    Binds: [`${folders.input}:${INPUT_FOLDER}:ro`, `${folders.output}:${OUTPUT_FOLDER}:rw`],
    Tmpfs: temporaryFolders(volumes, limits.temporaryBytes),
    IpcMode: 'private',
    ShmSize: 64 * 1024 * 1024,
    PublishAllPorts: false,
    RestartPolicy: { Name: 'no' },
    AutoRemove: false,
    Init: init,
  };
}

/** A volume of the image would be a writable folder on the host's disk without a limit: what it is for gets memory, with a limit. */
function temporaryFolders(volumes: readonly string[], bytes: number): Record<string, string> {
  const own = volumes.filter((path) => !`${path}/`.startsWith('/run/arbalest/') && path !== '/');
  // Not noexec: runtimes unpack native libraries there to load them, and what an interpreter runs needs no permission to be executed anyway.
  return Object.fromEntries(['/tmp', ...own].map((path) => [path, `rw,exec,nosuid,nodev,mode=1777,size=${bytes}`]));
}

function limitsOf({ resources, limits }: SandboxRequest): ContainerCreateOptions['HostConfig'] {
  return {
    Memory: resources.memoryBytes,
    // Memory and swap together: no swap.
    MemorySwap: resources.memoryBytes,
    NanoCpus: Math.round(resources.cpus * 1e9),
    // Not by RLIMIT_NPROC, which counts the processes of a user over all containers: one could then keep others from starting any.
    PidsLimit: limits.processes,
    Ulimits: [
      { Name: 'fsize', Soft: limits.fileBytes, Hard: limits.fileBytes },
      { Name: 'nofile', Soft: limits.openFiles, Hard: limits.openFiles },
      { Name: 'core', Soft: 0, Hard: 0 },
    ],
    // When the host runs out of memory, a function goes before anything else.
    OomScoreAdj: 1000,
    LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
  };
}
