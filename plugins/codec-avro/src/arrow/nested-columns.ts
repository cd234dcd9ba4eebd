import { Field, List, Map_, SparseUnion, Struct, type DataType as Arrow } from 'apache-arrow';
import { type Column as AnyColumn, Column } from './column.js';

const FIRST_VALUES = 1024;

/** Lists, and maps, which are lists of entries. A list's values go into `child`, then `end` closes it. */
export class ListColumn extends Column {
  #offsets = new Int32Array(FIRST_VALUES);

  private constructor(
    type: Arrow,
    readonly child: AnyColumn,
  ) {
    super(type);
  }

  static ofLists(child: AnyColumn): ListColumn {
    return new ListColumn(new List(new Field('item', child.type, true)), child);
  }

  static ofMaps(entries: StructColumn): ListColumn {
    return new ListColumn(new Map_(new Field('entries', entries.type as Struct<{ key: Arrow; value: Arrow }>, false)), entries);
  }

  end(): void {
    if (++this.length >= this.#offsets.length) {
      const larger = new Int32Array(this.#offsets.length * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#offsets[this.length] = this.child.length;
  }

  protected override appendNothing(): void {
    this.end();
  }

  protected override parts(length: number): object {
    const valueOffsets = this.#offsets.subarray(0, length + 1);
    this.#offsets = new Int32Array(Math.max(FIRST_VALUES, length + 1));
    return { valueOffsets, child: this.child.take() };
  }
}

/** Structs. A struct's values go into `children`, each of them one, then `end` closes it. */
export class StructColumn extends Column {
  private constructor(
    fields: Field[],
    readonly children: readonly AnyColumn[],
  ) {
    super(new Struct(fields));
  }

  static of(names: readonly string[], children: readonly AnyColumn[]): StructColumn {
    return new StructColumn(
      names.map((name, i) => new Field(name, children[i]!.type, true)),
      children,
    );
  }

  /** The entries of a map, whose keys are never NULL. */
  static ofEntries(key: AnyColumn, value: AnyColumn): StructColumn {
    return new StructColumn([new Field('key', key.type, false), new Field('value', value.type, true)], [key, value]);
  }

  end(): void {
    this.length++;
  }

  protected override appendNothing(): void {
    for (const child of this.children) child.appendNull();
    this.end();
  }

  protected override parts(): object {
    return { children: this.children.map((child) => child.take()) };
  }
}

/** Sparse unions: each child is as long as the union. NULL is the first member without a value. */
export class UnionColumn extends Column {
  #tags = new Int8Array(FIRST_VALUES);

  constructor(
    names: readonly string[],
    readonly members: readonly AnyColumn[],
  ) {
    super(
      new SparseUnion(
        names.map((_, i) => i),
        names.map((name, i) => new Field(name, members[i]!.type, true)),
      ),
    );
  }

  override appendNull(): void {
    this.appendNothing();
  }

  /** Says which member the value is of, that was just appended to it. */
  end(member: number): void {
    this.#tagged(member);
    for (const [i, column] of this.members.entries()) if (i !== member) column.appendNull();
  }

  protected override appendNothing(): void {
    this.#tagged(0);
    for (const column of this.members) column.appendNull();
  }

  protected override parts(length: number): object {
    const typeIds = this.#tags.subarray(0, length);
    this.#tags = new Int8Array(Math.max(FIRST_VALUES, length));
    return { typeIds, children: this.members.map((column) => column.take()) };
  }

  #tagged(member: number): void {
    if (this.length >= this.#tags.length) {
      const larger = new Int8Array(this.#tags.length * 2);
      larger.set(this.#tags);
      this.#tags = larger;
    }
    this.#tags[this.length++] = member;
  }
}
