import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 10_000;
/** Lines of its log that are kept for messages. */
const LOG_LINES = 40;

export interface EtcdMemberOptions {
  readonly name: string;
  readonly dataDirectory: string;
  readonly clientUrl: string;
  readonly peerUrl: string;
  /** All members, as `name=peerUrl`. */
  readonly cluster: readonly string[];
  readonly more: readonly string[];
}

/** One etcd process, which can be killed, stopped, and started again on the same data. */
export class EtcdMember {
  private child: ChildProcess | undefined;
  private lines: string[] = [];

  constructor(private readonly options: EtcdMemberOptions) {}

  get clientUrl(): string {
    return this.options.clientUrl;
  }

  get pid(): number | undefined {
    return this.isRunning ? this.child!.pid : undefined;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The end of what it has printed. */
  log(): string {
    return this.lines.join('\n');
  }

  start(): void {
    if (this.isRunning) throw new Error(`The etcd member ${this.options.name} runs already`);
    const { name, dataDirectory, clientUrl, peerUrl, cluster, more } = this.options;
    const args = [
      ...['--name', name, '--data-dir', dataDirectory, '--logger', 'zap', '--log-level', 'warn'],
      ...['--listen-client-urls', clientUrl, '--advertise-client-urls', clientUrl],
      ...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl],
      ...['--initial-cluster', cluster.join(','), '--initial-cluster-state', 'new'],
      ...more,
    ];
    this.child = spawn('etcd', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [this.child.stdout!, this.child.stderr!]) {
      output
        .setEncoding('utf8')
        .on('data', (text: string) => (this.lines = [...this.lines, ...text.trimEnd().split('\n')].slice(-LOG_LINES)));
    }
  }

  /** As when its machine dies. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** It stands still: connections stay, nothing answers. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.resume();
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), STOP_MS);
    await this.end('SIGTERM');
    clearTimeout(timer);
  }

  /** Whether it answers, and with a leader. */
  async isHealthy(): Promise<boolean> {
    try {
      const response = await fetch(`${this.clientUrl}/health`, { signal: AbortSignal.timeout(1_000) });
      return ((await response.json()) as { health: string }).health === 'true';
    } catch {
      return false;
    }
  }

  /** @throws when it is not well before `until`, by Date.now() */
  async healthy(until: number): Promise<void> {
    while (!(await this.isHealthy())) {
      if (!this.isRunning) throw new Error(`The etcd member ${this.options.name} has ended:\n${this.log()}`);
      if (Date.now() > until) throw new Error(`The etcd member ${this.options.name} is not well:\n${this.log()}`);
      await sleep(50);
    }
  }

  /** Ids of itself and of the member that it takes for the leader. */
  async status(): Promise<{ readonly id: string; readonly leader: string }> {
    const response = await fetch(`${this.clientUrl}/v3/maintenance/status`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(2_000),
    });
    const { header, leader = '0' } = (await response.json()) as { header: { member_id: string }; leader?: string };
    return { id: header.member_id, leader };
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
