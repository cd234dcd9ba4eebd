import { createHash } from 'node:crypto';
import type { FunctionDefinition, StateCondition, StateEntry, StateStore, StateTransaction, StateWrite } from '@arbalest/spi';
import { decodeFunction, decodeFunctionSet, encodeFunction, encodeFunctionSet } from '../state/records/function-record.js';
import { typesText } from './function-signature.js';

/** All keys of functions begin so. */
export const FUNCTION_KEYS = 'function';
const SINGLES = 'functions/';
const SETS = 'function-sets/';
/** Functions of one statement that get a key each; more of them share one, because stores bound what a transaction may hold. */
const MOST_SINGLES = 32;

/** Functions under one key: one, or a set. */
interface Holder {
  readonly entry: StateEntry;
  readonly definitions: readonly FunctionDefinition[];
}

/** The records of all functions at one moment, and the transactions that change them. */
export class FunctionRecords {
  private readonly holders: Holder[] = [];
  /** By name and types. */
  private readonly byKey = new Map<string, Holder>();

  private constructor() {}

  static async read(state: Pick<StateStore, 'range'>): Promise<FunctionRecords> {
    const records = new FunctionRecords();
    for await (const entry of state.range(FUNCTION_KEYS)) {
      if (entry.key.startsWith(SINGLES)) records.add({ entry, definitions: [decodeFunction(entry.value)] });
      else if (entry.key.startsWith(SETS)) records.add({ entry, definitions: decodeFunctionSet(entry.value) });
    }
    return records;
  }

  all(): readonly FunctionDefinition[] {
    return this.holders.flatMap(({ definitions }) => definitions);
  }

  /** One of that name and those types. */
  has(definition: FunctionDefinition): boolean {
    return this.byKey.has(keyOf(definition));
  }

  /** It itself, not one that took its place. */
  holds({ id, ...definition }: FunctionDefinition): boolean {
    return this.byKey.get(keyOf(definition))?.definitions.some((other) => other.id === id) ?? false;
  }

  /** Puts them in, in the place of those that there are. */
  putting(definitions: readonly FunctionDefinition[]): StateTransaction {
    const keys = new Set(definitions.map(keyOf));
    const left = this.without(keys);
    if (definitions.length <= MOST_SINGLES) {
      const writes = definitions.map((definition): StateWrite => ({
        kind: 'put',
        key: keyOf(definition),
        value: encodeFunction(definition),
      }));
      const fresh = definitions.map(keyOf).filter((key) => this.byKey.get(key)?.entry.key !== key);
      const absent = fresh.map((key): StateCondition => ({ kind: 'absent', key }));
      // What is put under the key of an old one needs not be deleted first.
      return { conditions: [...left.conditions, ...absent], writes: [...left.writes.filter(({ key }) => !keys.has(key)), ...writes] };
    }
    const key = SETS + definitions[0]!.id;
    return {
      conditions: [...left.conditions, { kind: 'absent', key }],
      writes: [...left.writes, { kind: 'put', key, value: encodeFunctionSet(definitions) }],
    };
  }

  dropping(definition: FunctionDefinition): StateTransaction {
    return this.without(new Set([keyOf(definition)]));
  }

  private without(keys: ReadonlySet<string>): { readonly conditions: readonly StateCondition[]; readonly writes: readonly StateWrite[] } {
    const touched = new Set([...keys].flatMap((key) => this.byKey.get(key) ?? []));
    const conditions = [...touched].map(({ entry }): StateCondition => ({ kind: 'revision', key: entry.key, revision: entry.revision }));
    const writes = [...touched].map(({ entry: { key }, definitions }): StateWrite => {
      const rest = definitions.filter((definition) => !keys.has(keyOf(definition)));
      return rest.length === 0 ? { kind: 'delete', key } : { kind: 'put', key, value: encodeFunctionSet(rest) };
    });
    return { conditions, writes };
  }

  private add(holder: Holder): void {
    this.holders.push(holder);
    for (const definition of holder.definitions) this.byKey.set(keyOf(definition), holder);
  }
}

/** The name in lower case and percent-encoded, then the first 32 hexadecimal digits of the SHA-256 of the arguments' types as SQL writes them. */
function keyOf({ name, arguments: args }: Pick<FunctionDefinition, 'name' | 'arguments'>): string {
  const types = createHash('sha256')
    .update(typesText(args.map(({ type }) => type)))
    .digest('hex');
  return `${SINGLES}${encodeURIComponent(name)}/${types.slice(0, 32)}`;
}
