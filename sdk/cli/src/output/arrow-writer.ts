import { encapsulated, END_OF_STREAM, type Result } from '@arbalest/client';
import type { ResultWriter } from './result-writer.js';
import type { Sink } from './sink.js';

/** One Arrow IPC stream for each result. Batches go out as they came in. */
export class ArrowWriter implements ResultWriter {
  constructor(private readonly sink: Sink) {}

  async write(result: Result): Promise<void> {
    let begun = false;
    const begin = async (schema: Uint8Array): Promise<void> => {
      if (!begun) await this.sink.write(encapsulated(schema));
      begun = true;
    };
    for await (const { schema, batch } of result.schemaAndBatches()) {
      await begin(schema);
      await this.sink.write(encapsulated(batch.metadata));
      await this.sink.write(batch.body);
    }
    const schema = await result.schema();
    if (schema !== undefined) await begin(schema);
    if (begun) await this.sink.write(END_OF_STREAM);
  }
}
