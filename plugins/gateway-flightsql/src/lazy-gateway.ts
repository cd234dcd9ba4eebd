import type { Gateway, GatewayAddress } from '@arbalest/spi';

/** A gateway that is loaded when it is started. */
export class LazyGateway implements Gateway {
  private gateway: Promise<Gateway> | undefined;

  constructor(
    readonly id: string,
    private readonly load: () => Promise<Gateway>,
  ) {}

  async start(): Promise<GatewayAddress> {
    this.gateway ??= this.load();
    return (await this.gateway).start();
  }

  async stop(signal: AbortSignal): Promise<void> {
    await (await this.gateway)?.stop(signal);
  }
}
