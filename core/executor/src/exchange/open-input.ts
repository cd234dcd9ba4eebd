import type { arbalest } from '@arbalest/proto';
import type { ArrowBatch, ArrowSchema, ArrowStream } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { openExchangeSource, type ExchangeReader } from './exchange-source.js';
import { ReadAhead, ReadAheadBudget } from './read-ahead.js';

/** Bytes that one input holds ahead of its consumer, all sources together, and one batch of each source more. */
const READ_AHEAD_BYTES = 32 * 1024 * 1024;
/** Sources that are read at once. */
const READ_AHEAD_SOURCES = 8;

/**
 * All sources of an input as one stream: source by source in the order given, while those that come next are read ahead. The schema is the first
 * source's; what the others call their columns does not matter.
 */
export async function openInput(
  sources: readonly arbalest.scheduler.v1.IExchangeSource[],
  reader: ExchangeReader,
  signal: AbortSignal,
): Promise<ArrowStream> {
  if (sources.length === 0) throw internalError('INPUT_WITHOUT_SOURCES', 'A task input has no sources, so its schema is not known');
  const ahead = new AbortController();
  const both = AbortSignal.any([signal, ahead.signal]);
  const budget = new ReadAheadBudget(READ_AHEAD_BYTES);
  const readers = sources.map((source) => new ReadAhead(() => openExchangeSource(source, { ...reader, signal: both }), budget, both));
  readers.slice(0, READ_AHEAD_SOURCES).forEach((each) => each.start());
  try {
    const schema: ArrowSchema = await readers[0]!.schema();
    return { schema, batches: inOrder(readers, ahead) };
  } catch (error) {
    ahead.abort(error);
    throw error;
  }
}

async function* inOrder(readers: readonly ReadAhead[], ahead: AbortController): AsyncGenerator<ArrowBatch, void, undefined> {
  try {
    for (const [at, reader] of readers.entries()) {
      readers[at + READ_AHEAD_SOURCES - 1]?.start();
      for (;;) {
        const batch = await reader.next();
        if (batch === undefined) break;
        yield batch;
      }
    }
  } finally {
    ahead.abort(new Error('The input is read no further'));
  }
}
