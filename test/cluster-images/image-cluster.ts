import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addUser } from '@arbalest/authenticator-file';
import { type DockerEngine, builtImage, startDockerEngine } from '@arbalest/test-kit';
import { GenericContainer, Network, type StartedNetwork, type StartedTestContainer, Wait, type WaitStrategy } from 'testcontainers';

const run = promisify(execFile);

const START_MS = 180_000;
const SCHEDULERS = ['scheduler-1', 'scheduler-2'];
const HTTP_PORT = 9100;
const FLIGHT_SQL_PORT = 32010;
const USER = 'ada';
/** Where the executors have the folder that functions share with them. */
const FUNCTIONS = '/run/arbalest';
/** How long an executor may take to hand over what it has. */
const STOP_SECONDS = 60;

/** A process of the cluster, in its container. */
export interface Member {
  readonly name: string;
  readonly id: string;
  /** In the cluster's network, which this host is in too. */
  readonly address: string;
}

/** A cluster as docker/compose.yaml has it: etcd, two schedulers with Flight SQL, executors that run functions; with a token, a user, and the data in `/files`. */
export class ImageCluster implements AsyncDisposable {
  readonly token = randomBytes(32).toString('hex');
  /** Who may log in. */
  readonly login = { user: USER, password: randomBytes(16).toString('hex') };
  readonly schedulers: Member[] = [];
  readonly executors: Member[] = [];
  #started = 0;

  private constructor(
    private readonly engine: DockerEngine,
    private readonly network: StartedNetwork,
    private readonly images: { readonly scheduler: string; readonly executor: string },
    private readonly folder: string,
    private readonly data: string,
  ) {}

  /** @param data folder with the files that statements name */
  static async start(data: string, executors: number): Promise<ImageCluster> {
    const engine = await startDockerEngine();
    const [etcd, scheduler, executor] = [await builtImage('etcd'), await builtImage('scheduler'), await builtImage('executor')];
    const folder = await mkdtemp('/dev/shm/arbalest-image-cluster-');
    // Its owner is this test's user, and executors run as nobody.
    await chmod(folder, 0o777);
    const cluster = new ImageCluster(engine, await new Network().start(), { scheduler, executor }, folder, data);
    try {
      await cluster.#startEtcd(etcd);
      const users = await cluster.#users();
      await Promise.all(SCHEDULERS.map((name) => cluster.#startScheduler(name, users)));
      await Promise.all(Array.from({ length: executors }, () => cluster.addExecutor()));
      return cluster;
    } catch (error) {
      await cluster[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** For clients on this host. */
  get url(): string {
    return this.schedulers.map(({ address }) => `grpc://${address}:7070`).join(',');
  }

  /** Where the scheduler speaks Flight SQL, for clients on this host. */
  flightSql({ address }: Member): string {
    return `grpc://${address}:${FLIGHT_SQL_PORT}`;
  }

  async addExecutor(): Promise<Member> {
    const name = `executor-${++this.#started}`;
    const { gid } = await stat(this.engine.socket);
    const container = this.#server(this.images.executor, name)
      // Who may speak to the engine: its socket's group.
      .withUser(`65532:${gid}`)
      .withBindMounts([
        ...this.#mounts(),
        { source: this.engine.socket, target: '/var/run/docker.sock' },
        { source: this.folder, target: FUNCTIONS },
      ])
      .withEnvironment({
        ARBALEST_EXECUTOR__SCHEDULER: SCHEDULERS.map((scheduler) => `grpc://${scheduler}:7070`).join(','),
        ARBALEST_EXECUTOR__THREADS: '1',
        ARBALEST_EXECUTOR__MEMORY: '1GB',
        ARBALEST_PLUGIN__CONTAINER__FOLDER: FUNCTIONS,
        ARBALEST_PLUGIN__CONTAINER__ENGINE_FOLDER: this.folder,
      });
    const member = this.#member(name, await container.start());
    this.executors.push(member);
    return member;
  }

  /** Asks an executor to end as an orchestrator does, and waits until it has. @returns its exit code */
  async retire(executor: Member): Promise<number> {
    await docker('stop', '--time', String(STOP_SECONDS), executor.id);
    this.executors.splice(this.executors.indexOf(executor), 1);
    return Number(await this.inspect(executor, '{{.State.ExitCode}}'));
  }

  async kill(member: Member): Promise<void> {
    await docker('kill', member.id);
  }

  async restart(member: Member): Promise<void> {
    await docker('start', member.id);
  }

  inspect({ id }: Member, format: string): Promise<string> {
    return docker('inspect', '--format', format, id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const attached = await docker('ps', '--all', '--quiet', '--filter', `network=${this.network.getName()}`);
    if (attached !== '') await docker('rm', '--force', '--volumes', ...attached.split('\n'));
    await docker('volume', 'rm', '--force', this.#volume);
    await this.network.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #startEtcd(image: string): Promise<void> {
    const ready = Wait.forLogMessage(/serving client traffic/);
    await this.#container(image, 'etcd', ready).start();
  }

  /** What the file says that lets the user log in. */
  async #users(): Promise<string> {
    const file = join(this.folder, 'users.json');
    await addUser(file, { name: USER, password: this.login.password, groups: [] });
    return readFile(file, 'utf8');
  }

  async #startScheduler(name: string, users: string): Promise<void> {
    const container = this.#server(this.images.scheduler, name)
      .withBindMounts(this.#mounts())
      .withCopyContentToContainer([{ content: users, target: '/run/secrets/users', mode: 0o444 }])
      .withEnvironment({
        ARBALEST_SCHEDULER__STATE: 'etcd://etcd:2379/arbalest',
        ARBALEST_PLUGIN__AUTHENTICATOR_FILE__FILE: '/run/secrets/users',
        ARBALEST_PLUGIN__FLIGHTSQL__HOST: '0.0.0.0',
        ARBALEST_PLUGIN__FLIGHTSQL__PORT: String(FLIGHT_SQL_PORT),
        // Statements are cut into stages however little data there is.
        ARBALEST_SETTINGS__PLANNER__SMALL_QUERY_BYTES: '0',
      });
    this.schedulers.push(this.#member(name, await container.start()));
  }

  #server(image: string, name: string): GenericContainer {
    return this.#container(image, name, Wait.forHttp('/readyz', HTTP_PORT))
      .withExposedPorts(HTTP_PORT)
      .withCopyContentToContainer([{ content: this.token, target: '/run/secrets/cluster-token', mode: 0o444 }])
      .withEnvironment({ ARBALEST_SECURITY__TOKEN__FILE: '/run/secrets/cluster-token', ARBALEST_FILES__ROOTS: '/files' });
  }

  #container(image: string, name: string, ready: WaitStrategy): GenericContainer {
    return new GenericContainer(image)
      .withNetwork(this.network)
      .withNetworkAliases(name)
      .withStartupTimeout(START_MS)
      .withWaitStrategy(ready);
  }

  #mounts() {
    return [
      { source: this.#volume, target: '/var/lib/arbalest/data' },
      { source: this.data, target: '/files', mode: 'ro' as const },
    ];
  }

  get #volume(): string {
    return `${this.network.getName()}-data`;
  }

  #member(name: string, container: StartedTestContainer): Member {
    return { name, id: container.getId(), address: container.getIpAddress(this.network.getName()) };
  }
}

async function docker(...parameters: readonly string[]): Promise<string> {
  const { stdout } = await run('docker', parameters);
  return stdout.trim();
}
