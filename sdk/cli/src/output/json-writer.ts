import type { Result } from '@arbalest/client';
import { Chunks } from './chunks.js';
import type { ResultWriter } from './result-writer.js';
import type { Sink } from './sink.js';
import { jsonText } from './value-text.js';

/** One array of objects for each result, an object a line. */
export class JsonWriter implements ResultWriter {
  constructor(private readonly sink: Sink) {}

  async write(result: Result): Promise<void> {
    const fields = await result.fields();
    if (fields.length === 0) return void (await result.run());
    const keys = fields.map(({ name }) => JSON.stringify(name));
    const chunks = new Chunks(this.sink);
    let separator = '[';
    for await (const values of result.values({ temporal: 'text' })) {
      const members = fields.map(({ type }, i) => `${keys[i]}:${jsonText(values[i], type)}`);
      await chunks.add(`${separator}{${members.join(',')}}`);
      separator = ',\n';
    }
    await chunks.add(separator === '[' ? '[]\n' : ']\n');
    await chunks.flush();
  }
}
