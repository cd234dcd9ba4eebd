import type { LaunchRequest } from '@arbalest/spi';
import { launcherConformance } from '../index.js';
import { memoryLauncherSubject } from '../reference/launcher-subject.js';
import { MemoryLauncher } from '../reference/memory-launcher.js';

class TerminatesByPrefix extends MemoryLauncher {
  override async terminate(name: string, signal: AbortSignal): Promise<void> {
    for (const running of await this.list(signal)) if (running.startsWith(name)) await super.terminate(running, signal);
  }
}

class RefusesWhatIsGone extends MemoryLauncher {
  override async terminate(name: string, signal: AbortSignal): Promise<void> {
    if (!(await this.list(signal)).includes(name)) throw new Error(`There is no executor ${name}`);
    await super.terminate(name, signal);
  }
}

class RemembersByItself extends MemoryLauncher {
  readonly #launched = new Set<string>();

  override async launch(request: LaunchRequest, signal: AbortSignal): Promise<void> {
    await super.launch(request, signal);
    this.#launched.add(request.name);
  }

  override async terminate(name: string, signal: AbortSignal): Promise<void> {
    await super.terminate(name, signal);
    this.#launched.delete(name);
  }

  override async list(signal: AbortSignal): Promise<readonly string[]> {
    await super.list(signal);
    return [...this.#launched];
  }
}

class TellsNoMemory extends MemoryLauncher {
  override launch(request: LaunchRequest, signal: AbortSignal): Promise<void> {
    return super.launch({ ...request, memoryBytes: 0 }, signal);
  }
}

class HearsNoSignal extends MemoryLauncher {
  override launch(request: LaunchRequest): Promise<void> {
    return super.launch(request, new AbortController().signal);
  }
}

for (const Wrong of [TerminatesByPrefix, RefusesWhatIsGone, RemembersByItself, TellsNoMemory, HearsNoSignal])
  launcherConformance(
    Wrong.name,
    memoryLauncherSubject((place) => new Wrong(place), 300),
  );
