import { type DataType, type Field, Type } from 'apache-arrow';

/** How a column of a type lies in memory, as far as the types of the protocol need it (PROTOCOL.md §7). */
export type Shape =
  | { readonly kind: 'bits' }
  | { readonly kind: 'fixed'; readonly width: number; readonly signed: boolean }
  | { readonly kind: 'bytes'; readonly text: boolean; readonly wide: boolean }
  | { readonly kind: 'list'; readonly item: Shape; readonly wide: boolean }
  | { readonly kind: 'fixed-list'; readonly size: number; readonly item: Shape }
  | { readonly kind: 'struct'; readonly members: readonly Shape[] };

/**
 * A value as the suite compares it: numbers are the integer that their bytes hold (floats, intervals: the bits, unsigned), text is text, binary has a
 * character for each byte, lists, structs and maps are arrays.
 */
export type Value = null | boolean | bigint | string | readonly Value[];

const BITS = 8;

/** Throws for types that do not cross. */
export function shapeOf(type: DataType): Shape {
  switch (type.typeId) {
    case Type.Bool:
      return { kind: 'bits' };
    case Type.Int: {
      const { bitWidth, isSigned } = type as DataType & { bitWidth: number; isSigned: boolean };
      return { kind: 'fixed', width: bitWidth / BITS, signed: isSigned };
    }
    case Type.Float:
      return { kind: 'fixed', width: [2, 4, 8][(type as DataType & { precision: number }).precision]!, signed: false };
    case Type.Decimal:
      return { kind: 'fixed', width: 16, signed: true };
    case Type.Date:
      return { kind: 'fixed', width: (type as DataType & { unit: number }).unit === 0 ? 4 : 8, signed: true };
    case Type.Time:
      return { kind: 'fixed', width: (type as DataType & { bitWidth: number }).bitWidth / BITS, signed: true };
    case Type.Timestamp:
      return { kind: 'fixed', width: 8, signed: true };
    case Type.Interval:
      return { kind: 'fixed', width: [4, 8, 16][(type as DataType & { unit: number }).unit]!, signed: false };
    case Type.Utf8:
    case Type.LargeUtf8:
      return { kind: 'bytes', text: true, wide: type.typeId === Type.LargeUtf8 };
    case Type.Binary:
    case Type.LargeBinary:
      return { kind: 'bytes', text: false, wide: type.typeId === Type.LargeBinary };
    default:
      return nestedShape(type);
  }
}

function nestedShape(type: DataType): Shape {
  const members = ((type.children ?? []) as readonly Field[]).map((child) => shapeOf(child.type as DataType));
  switch (type.typeId) {
    case Type.List:
    case Type.Map:
      return { kind: 'list', item: members[0]!, wide: false };
    case Type.FixedSizeList:
      return { kind: 'fixed-list', size: (type as DataType & { listSize: number }).listSize, item: members[0]! };
    case Type.Struct:
      return { kind: 'struct', members };
    default:
      throw new TypeError(`The type ${typeText(type)} does not cross between caller and server`);
  }
}

/** A type in words that are equal for equal types: names of a list's items, and whether they may be NULL, are left out. */
export function typeText(type: DataType): string {
  const children = (type.children ?? []) as readonly Field[];
  switch (type.typeId) {
    case Type.Decimal: {
      const { precision, scale, bitWidth } = type as DataType & { precision: number; scale: number; bitWidth: number };
      return `Decimal${bitWidth}(${precision}, ${scale})`;
    }
    case Type.List:
      return `List<${typeText(children[0]!.type as DataType)}>`;
    case Type.FixedSizeList:
      return `FixedSizeList<${typeText(children[0]!.type as DataType)}, ${(type as DataType & { listSize: number }).listSize}>`;
    case Type.Map:
      return `Map<${(children[0]!.type as DataType).children.map((child) => typeText(child.type as DataType)).join(', ')}>`;
    case Type.Struct:
      return `Struct<${children.map((child) => `${child.name}: ${typeText(child.type as DataType)}`).join(', ')}>`;
    default:
      // Arrow's types have texts of their own; the base class that they are declared by does not.
      return (type as { toString(): string }).toString();
  }
}
