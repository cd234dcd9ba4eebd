import { type Fence, FencedStore } from '@arbalest/scheduler';
import { STATE_STORES, type StateStore, type Token } from '@arbalest/spi';

/** The store of a process that may lead: plugins get it fenced, so that they write only while the process leads; who leads has the store itself. */
export class FencedState {
  /** The fence of the term under way. */
  fence: () => Fence | undefined = () => undefined;
  private inner: StateStore | undefined;

  /** The store itself, once somebody has asked the kernel for it. */
  get store(): StateStore | undefined {
    return this.inner;
  }

  /** For the kernel. */
  readonly decorate = <T>(to: Token<T>, service: T): T => {
    if (to.symbol !== STATE_STORES.symbol) return service;
    this.inner = service as StateStore;
    return new FencedStore(this.inner, () => this.fence()) as T;
  };
}
