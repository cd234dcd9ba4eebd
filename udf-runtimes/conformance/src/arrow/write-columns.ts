import type { PhysicalColumns, Writing } from './physical-column.js';
import type { Shape, Value } from './shape.js';

/** Values to nodes and buffers. */
export function writeColumns(shapes: readonly Shape[], columns: readonly (readonly Value[])[], writing: Writing): PhysicalColumns {
  const into: PhysicalColumns = { nodes: [], buffers: [] };
  shapes.forEach((shape, i) => writeColumn(shape, columns[i]!, writing, into));
  return into;
}

function writeColumn(shape: Shape, values: readonly Value[], writing: Writing, into: PhysicalColumns): void {
  const nulls = values.filter((value) => value === null).length;
  into.nodes.push({ length: values.length, nulls });
  into.buffers.push(
    nulls === 0 && writing === 'plain'
      ? new Uint8Array(0)
      : bitmap(
          values.map((value) => value !== null),
          writing,
        ),
  );
  switch (shape.kind) {
    case 'bits':
      into.buffers.push(
        bitmap(
          values.map((value) => (value === null ? writing === 'noisy' : (value as boolean))),
          writing,
        ),
      );
      return;
    case 'fixed':
      into.buffers.push(fixedBytes(shape.width, values, writing));
      return;
    case 'bytes':
      writeBytes(shape, values, writing, into);
      return;
    case 'list':
      writeList(shape, values as readonly (readonly Value[] | null)[], writing, into);
      return;
    case 'fixed-list':
      writeColumn(
        shape.item,
        values.flatMap((value) => value ?? filler(shape.size, shape.item)),
        writing,
        into,
      );
      return;
    case 'struct':
      shape.members.forEach((member, i) =>
        writeColumn(
          member,
          values.map((value) => (value === null ? blank(member) : (value as readonly Value[])[i]!)),
          writing,
          into,
        ),
      );
  }
}

function bitmap(bits: readonly boolean[], writing: Writing): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  if (writing === 'noisy') bytes.fill(0xff);
  bits.forEach((bit, i) => {
    if (bit) bytes[i >> 3]! |= 1 << (i & 7);
    else bytes[i >> 3]! &= ~(1 << (i & 7));
  });
  return bytes;
}

function fixedBytes(width: number, values: readonly Value[], writing: Writing): Uint8Array {
  const bytes = new Uint8Array(width * values.length);
  values.forEach((value, row) => {
    const at = row * width;
    if (value === null) bytes.fill(writing === 'noisy' ? 0x5a : 0, at, at + width);
    else putInteger(bytes, at, width, value as bigint);
  });
  return bytes;
}

function putInteger(bytes: Uint8Array, at: number, width: number, value: bigint): void {
  let rest = BigInt.asUintN(8 * width, value);
  for (let i = 0; i < width; i++, rest >>= 8n) bytes[at + i] = Number(rest & 0xffn);
}

function writeBytes(shape: Shape & { kind: 'bytes' }, values: readonly Value[], writing: Writing, into: PhysicalColumns): void {
  const pieces = values.map((value) => Buffer.from((value ?? (writing === 'noisy' ? '??' : '')) as string, shape.text ? 'utf8' : 'latin1'));
  const before = Buffer.from(writing === 'noisy' ? 'unused!' : '');
  into.buffers.push(
    offsets(
      pieces.map((piece) => piece.byteLength),
      before.byteLength,
      shape.wide,
    ),
    Buffer.concat([before, ...pieces]),
  );
}

function writeList(
  shape: Shape & { kind: 'list' },
  values: readonly (readonly Value[] | null)[],
  writing: Writing,
  into: PhysicalColumns,
): void {
  const noise = writing === 'noisy' ? filler(2, shape.item) : [];
  const lists = values.map((value) => value ?? noise);
  into.buffers.push(
    offsets(
      lists.map((list) => list.length),
      noise.length,
      shape.wide,
    ),
  );
  writeColumn(shape.item, [...noise, ...lists.flat(1)] as Value[], writing, into);
}

function offsets(lengths: readonly number[], start: number, wide: boolean): Uint8Array {
  const width = wide ? 8 : 4;
  const bytes = new Uint8Array(width * (lengths.length + 1));
  let end = start;
  putInteger(bytes, 0, width, BigInt(start));
  lengths.forEach((length, i) => putInteger(bytes, width * (i + 1), width, BigInt((end += length))));
  return bytes;
}

/** Values that stand where nobody may look. Not NULL: keys of maps never are. */
function filler(count: number, shape: Shape): Value[] {
  return new Array<Value>(count).fill(blank(shape));
}

function blank(shape: Shape): Value {
  if (shape.kind === 'bits') return false;
  if (shape.kind === 'fixed') return 0n;
  if (shape.kind === 'bytes') return '';
  if (shape.kind === 'list') return [];
  return shape.kind === 'fixed-list' ? filler(shape.size, shape.item) : shape.members.map(blank);
}
