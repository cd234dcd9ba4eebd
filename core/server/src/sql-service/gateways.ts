import type { Kernel } from '@arbalest/kernel';
import { type Gateway, GATEWAYS } from '@arbalest/spi';

/** A gateway that listens. */
export interface OpenGateway {
  readonly id: string;
  /** What its clients type. */
  readonly url: string;
}

/** The gateways of a process: started after everything else, stopped first. */
export class Gateways {
  private readonly started: Gateway[] = [];
  private readonly addresses: OpenGateway[] = [];
  private stopped: Promise<void> | undefined;

  constructor(private readonly kernel: Kernel) {}

  get open(): readonly OpenGateway[] {
    return this.addresses;
  }

  /** @throws what a gateway throws that cannot start; `stop` ends the others then */
  async start(): Promise<void> {
    for (const gateway of this.kernel.services.all(GATEWAYS)) {
      this.started.push(gateway);
      const { url } = await gateway.start();
      this.addresses.push({ id: gateway.id, url });
      this.kernel.log.info('A gateway is open', { gateway: gateway.id, url });
    }
  }

  /** Refuses new calls at once, and lets open ones end until the signal aborts. Idempotent. */
  stop(signal: AbortSignal): Promise<void> {
    this.stopped ??= this.stopAll(signal);
    return this.stopped;
  }

  private async stopAll(signal: AbortSignal): Promise<void> {
    const results = await Promise.allSettled(this.started.toReversed().map((gateway) => gateway.stop(signal)));
    for (const result of results)
      if (result.status === 'rejected') this.kernel.log.warn('A gateway did not stop as it should', { cause: String(result.reason) });
  }
}
