/** A process of the cluster, from its start to its end. */
export interface UnitProcess {
  readonly pid: number;
  /** Settles when it has ended. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** What it has written to standard error so far. */
  log(): string;
  /** Politely, then not: SIGTERM, and SIGKILL after a while. Resolves with the exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

export type UnitState =
  /** Its process is on its way, or has been for the first time. */
  | 'starting'
  /** It works. */
  | 'up'
  /** It works, but something that it needs is broken; nobody may rely on it. */
  | 'impaired'
  /** SIGSTOP. */
  | 'stopped'
  /** Killed. */
  | 'down';

/** A place in the cluster, e.g. the second executor: its processes follow each other, as they are killed and started again. */
export class Unit {
  #state: UnitState = 'starting';
  #process: UnitProcess | undefined;
  #logs: string[] = [];

  /**
   * @param launch starts a process of it, and resolves when it works
   * @param onDeath called when a process ended that nobody had killed, or ended badly
   */
  constructor(
    readonly name: string,
    private readonly launch: () => Promise<UnitProcess>,
    private readonly onDeath: (what: string) => void,
  ) {}

  get state(): UnitState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Of all its processes, the latest last. */
  get log(): string {
    return [...this.#logs, this.#process?.log() ?? ''].join('\n--- started again ---\n');
  }

  /** @throws when it does not come up */
  async start(): Promise<void> {
    this.#state = 'starting';
    const process = await this.launch();
    this.#process = process;
    this.#state = 'up';
    void process.ended.then((code) => {
      if (this.#process !== process || this.#state === 'down') return;
      this.#state = 'down';
      this.onDeath(`${this.name} (pid ${process.pid}) ended by itself with ${code ?? 'a signal'}`);
    });
  }

  /** kill -9. Resolves when it is dead. */
  async kill(): Promise<void> {
    const process = this.#process!;
    this.#state = 'down';
    process.kill('SIGKILL');
    await process.ended;
    this.#logs.push(process.log());
    this.#process = undefined;
  }

  stopProcess(): void {
    this.#state = 'stopped';
    this.#process!.kill('SIGSTOP');
  }

  continueProcess(): void {
    if (this.#state !== 'stopped') return;
    this.#process!.kill('SIGCONT');
    this.#state = 'up';
  }

  impair(): void {
    if (this.#state === 'up') this.#state = 'impaired';
  }

  repair(): void {
    if (this.#state === 'impaired') this.#state = 'up';
  }

  /** For good. */
  async end(): Promise<void> {
    const process = this.#process;
    if (!process) return;
    const { state } = this;
    this.#state = 'down';
    if (state === 'stopped') process.kill('SIGCONT');
    const code = await process.stop();
    if (code !== 0) this.onDeath(`${this.name} (pid ${process.pid}) was asked to end and did so with ${code ?? 'SIGKILL, after too long'}`);
  }
}

/** The unit that `victim`, from 0 up to 1, chooses among those that work, when at least `rest` others that work are left; else undefined. */
export function chooseUnit(units: readonly Unit[], victim: number, rest: number): Unit | undefined {
  const up = units.filter(({ state }) => state === 'up');
  return up.length > rest ? up[Math.floor(victim * up.length)] : undefined;
}
