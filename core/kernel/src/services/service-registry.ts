import 'reflect-metadata';
import { container as root, instanceCachingFactory, type DependencyContainer } from 'tsyringe';
import { internalError, type Services, type Token } from '@arbalest/spi';

/**
 * What plugins contributed and what the kernel offers. A child of tsyringe's container holds it, one per kernel, so that kernels in one
 * process share nothing. Nothing is ever disposed through the container: the kernel's lifecycle does that.
 */
export class ServiceRegistry implements Services {
  readonly #container: DependencyContainer = root.createChildContainer();

  /** Registers something that is there already. */
  provide<T>(of: Token<T>, value: T): void {
    this.#container.register(of.symbol, { useValue: value });
  }

  /** Registers a factory that runs once, when it is first asked for. */
  contribute<T>(to: Token<T>, factory: () => T): void {
    this.#container.register(to.symbol, { useFactory: instanceCachingFactory(factory) });
  }

  get<T>(of: Token<T>): T {
    if (!this.#container.isRegistered(of.symbol)) {
      throw internalError(
        'SERVICE_MISSING',
        `No loaded plugin offers the service ${of.name}; load one that does, or ask with all() if it is optional`,
      );
    }
    return this.#container.resolve<T>(of.symbol);
  }

  all<T>(of: Token<T>): readonly T[] {
    return this.#container.isRegistered(of.symbol) ? this.#container.resolveAll<T>(of.symbol) : [];
  }
}
