import { dataLostError } from '@arbalest/spi';
import type { Content } from '../data/rows.js';

interface Exchange {
  content: Content | undefined;
  readonly readers: { readonly done: (content: Content) => void; readonly failed: (error: Error) => void }[];
}

/** The outputs that one executor process holds, by name: job/stage/task/attempt. */
export class Exchanges {
  private readonly held = new Map<string, Exchange>();

  names(): readonly string[] {
    return [...this.held.keys()];
  }

  create(name: string): void {
    this.held.set(name, { content: undefined, readers: [] });
  }

  finish(name: string, content: Content): void {
    const exchange = this.held.get(name);
    if (!exchange) return;
    exchange.content = content;
    for (const { done } of exchange.readers.splice(0)) done(content);
  }

  /** Waits for what is still being written. @throws data-lost error `EXCHANGE_LOST` */
  read(name: string): Promise<Content> {
    const exchange = this.held.get(name);
    if (!exchange) return Promise.reject(lost(name));
    if (exchange.content) return Promise.resolve(exchange.content);
    return new Promise((done, failed) => exchange.readers.push({ done, failed }));
  }

  /** Whoever reads it finds that it is lost. */
  drop(name: string): void {
    const exchange = this.held.get(name);
    this.held.delete(name);
    for (const { failed } of exchange?.readers ?? []) failed(lost(name));
  }

  forgetJob(job: string): void {
    for (const name of this.names()) if (name.startsWith(`${job}/`)) this.drop(name);
  }
}

export function lost(name: string): Error {
  return dataLostError('EXCHANGE_LOST', `There is no output ${name}`, { lost: [name] });
}
