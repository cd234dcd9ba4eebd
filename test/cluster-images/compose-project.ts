import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtImage, composeCommand, startDockerEngine, temporaryFolder, workspaceRoot } from '@arbalest/test-kit';

const run = promisify(execFile);
const FILES = { plain: ['compose.yaml'], tls: ['compose.yaml', 'compose.tls.yaml'] } as const;

/** With TLS or without. */
export type ComposeVariant = keyof typeof FILES;

/** What docker/compose.yaml makes, under a name of its own and at free ports. */
export class ComposeProject implements AsyncDisposable {
  readonly #name = `arbalest-test-${randomBytes(4).toString('hex')}`;

  private constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly close: () => Promise<void>,
  ) {}

  /** @param files folder with the files that statements name */
  static async create(files: string): Promise<ComposeProject> {
    for (const image of ['etcd', 'scheduler', 'executor']) await builtImage(image);
    const { socket, host } = await startDockerEngine();
    const folder = await temporaryFolder();
    const environment = {
      DOCKER_HOST: host,
      ARBALEST_FILES: files,
      DOCKER_GID: String((await stat(socket)).gid),
      DOCKER_SOCKET: socket,
      FUNCTIONS_FOLDER: folder.file('functions'),
      EXECUTOR_THREADS: '1',
      EXECUTOR_MEMORY: '1GB',
      // Any free ones.
      SCHEDULER_PORT: '0',
      FLIGHT_SQL_PORT: '0',
      FLIGHT_SQL_PORT_2: '0',
    };
    return new ComposeProject(environment, async () => folder[Symbol.asyncDispose]());
  }

  /** Runs docker-compose, or the plugin. */
  async compose(variant: ComposeVariant, ...parameters: readonly string[]): Promise<string> {
    const [program, ...before] = await composeCommand();
    const files = FILES[variant].flatMap((file) => ['--file', join(workspaceRoot, 'docker', file)]);
    const env = { ...process.env, ...this.environment };
    const { stdout } = await run(program!, [...before, '--project-name', this.#name, ...files, ...parameters], { env });
    return stdout;
  }

  /** Runs a program in the container of a service. @param input what it reads */
  async exec(service: string, parameters: readonly string[], input = ''): Promise<string> {
    const running = run('docker', ['exec', '--interactive', await this.#container(service), ...parameters]);
    running.child.stdin!.end(input);
    return (await running).stdout;
  }

  /** Where this host reaches a port of a service: `HOST:PORT`. */
  async published(service: string, port: number): Promise<string> {
    return docker('port', await this.#container(service), `${port}/tcp`);
  }

  /** In the project's network, which this host is in too. */
  async address(service: string): Promise<string> {
    const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
    return docker('inspect', '--format', format, await this.#container(service));
  }

  /** What the service has written to standard error. */
  async log(service: string): Promise<string> {
    return (await run('docker', ['logs', await this.#container(service)])).stderr;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.compose('tls', 'down', '--volumes', '--timeout', '20');
    await this.close();
  }

  #container(service: string): Promise<string> {
    const labels = { project: this.#name, service };
    const filters = Object.entries(labels).flatMap(([name, value]) => ['--filter', `label=com.docker.compose.${name}=${value}`]);
    return docker('ps', '--quiet', ...filters);
  }
}

async function docker(...parameters: readonly string[]): Promise<string> {
  const { stdout } = await run('docker', parameters);
  return stdout.trim();
}
