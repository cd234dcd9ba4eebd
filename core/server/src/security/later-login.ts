import { type Credentials, type LoggedIn, type Login, type Principal, transientError } from '@arbalest/spi';
import type { LoginDesk } from './login-desk.js';

/** `Login` for plugins, which are put together before there is anybody to ask. */
export class LaterLogin implements Login {
  #desk: LoginDesk | undefined;

  open(desk: LoginDesk): void {
    this.#desk = desk;
  }

  get isRequired(): boolean {
    return this.#now.isRequired;
  }

  async login(credentials: Credentials, peer: string, signal?: AbortSignal): Promise<LoggedIn> {
    return this.#now.login(credentials, peer, signal);
  }

  async principal(token: string): Promise<Principal> {
    return this.#now.principal(token);
  }

  /** The user of a certificate that TLS has checked. @throws user error `LOGIN_FAILED` */
  async certified(subject: string): Promise<Principal> {
    return this.#now.certified(subject);
  }

  get #now(): LoginDesk {
    if (this.#desk) return this.#desk;
    throw transientError('SCHEDULER_STOPPED', 'The process has not started yet');
  }
}
