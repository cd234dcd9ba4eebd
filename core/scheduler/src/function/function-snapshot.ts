import { createHash } from 'node:crypto';
import type { FunctionCatalog, FunctionDefinition } from '@arbalest/spi';

/** The functions that there are at one moment. */
export class FunctionSnapshot implements FunctionCatalog {
  readonly version: string;
  private readonly byName = new Map<string, FunctionDefinition[]>();

  constructor(private readonly definitions: readonly FunctionDefinition[]) {
    // A definition never changes, and no two share an id, so the ids say all.
    this.version = createHash('sha256')
      .update(definitions.map(({ id }) => id).join('\n'))
      .digest('hex');
    for (const definition of definitions) this.byName.set(definition.name, [...(this.byName.get(definition.name) ?? []), definition]);
  }

  named(name: string): readonly FunctionDefinition[] {
    return this.byName.get(name.toLowerCase()) ?? [];
  }

  list(): readonly FunctionDefinition[] {
    return this.definitions;
  }
}
