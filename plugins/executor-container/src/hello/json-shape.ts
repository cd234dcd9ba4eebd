import { ArrowFault } from '../arrow/arrow-fault.js';

/** Reads JSON that a stranger wrote, naming the place of what is not as agreed. Members that are not asked for are ignored. */
export class JsonShape {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  /** @throws ArrowFault when the bytes are not JSON */
  static parse(bytes: Uint8Array, place: string): JsonShape {
    try {
      return new JsonShape(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')), place);
    } catch (cause) {
      throw new ArrowFault(`${place} is not JSON`, { cause });
    }
  }

  member(name: string): JsonShape {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.fault('an object');
    return new JsonShape((value as Record<string, unknown>)[name], `${this.place}.${name}`);
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  list(limit: number): JsonShape[] {
    const { value } = this;
    if (!Array.isArray(value)) throw this.fault('a list');
    if (value.length > limit) throw new ArrowFault(`${this.place} has ${value.length} entries, more than the ${limit} that are read`);
    return value.map((entry, i) => new JsonShape(entry, `${this.place}[${i}]`));
  }

  text(limit: number): string {
    const { value } = this;
    if (typeof value !== 'string') throw this.fault('a text');
    if (value.length > limit) throw new ArrowFault(`${this.place} is longer than the ${limit} characters that are read`);
    return value;
  }

  oneOf<T extends string>(words: readonly T[]): T {
    const found = words.find((word) => word === this.value);
    if (found === undefined) throw this.fault(words.map((word) => `"${word}"`).join(' or '));
    return found;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.fault('true or false');
    return this.value;
  }

  integer(least: number, most: number): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
      throw this.fault(`a whole number from ${least} to ${most}`);
    }
    return value;
  }

  fault(wanted: string): ArrowFault {
    const met = JSON.stringify(this.value) ?? 'nothing';
    return new ArrowFault(`${this.place} should be ${wanted}, and is ${met.length > 80 ? `${met.slice(0, 80)}…` : met}`);
  }
}
