import { internalError, SIMPLE_TYPES, typeToSql, type DataType, type NamedType, type SimpleTypeId } from '@arbalest/spi';
import type { arbalest } from '@arbalest/proto';

type WireType = arbalest.plan.v1.IDataType;

/** Collects the types of a plan while it is encoded: each gets a position, and equal types the same one. */
export class TypeTableWriter {
  readonly types: WireType[] = [];
  private readonly byIdentity = new Map<DataType, number>();
  private readonly byText = new Map<string, number>();

  position(type: DataType): number {
    const known = this.byIdentity.get(type);
    if (known !== undefined) return known;
    const text = typeToSql(type);
    let position = this.byText.get(text);
    if (position === undefined) {
      position = this.types.push(encodeType(type)) - 1;
      this.byText.set(text, position);
    }
    this.byIdentity.set(type, position);
    return position;
  }

  positions(types: readonly DataType[]): number[] {
    return types.map((type) => this.position(type));
  }
}

export class TypeTableReader {
  private readonly types: readonly DataType[];

  constructor(types: readonly WireType[]) {
    this.types = types.map(decodeType);
  }

  at(position: number | null | undefined): DataType {
    const type = this.types[position ?? 0];
    if (!type) throw internalError('PLAN_FORMAT', `A plan refers to type ${position}, but lists ${this.types.length}`);
    return type;
  }

  all(positions: readonly number[] | null | undefined): readonly DataType[] {
    return (positions ?? []).map((position) => this.at(position));
  }
}

const SIMPLE: ReadonlySet<string> = new Set(SIMPLE_TYPES);

function encodeType(type: DataType): WireType {
  switch (type.id) {
    case 'DECIMAL':
      return { decimal: { width: type.width, scale: type.scale } };
    case 'LIST':
      return { list: encodeType(type.child) };
    case 'ARRAY':
      return { array: { child: encodeType(type.child), size: type.size } };
    case 'STRUCT':
      return { struct: { fields: encodeNamed(type.fields) } };
    case 'UNION':
      return { union: { fields: encodeNamed(type.members) } };
    case 'MAP':
      return { map: { key: encodeType(type.key), value: encodeType(type.value) } };
    case 'ENUM':
      return { enum: { values: [...type.values] } };
    default:
      return { simple: type.id };
  }
}

function encodeNamed(fields: readonly NamedType[]) {
  return fields.map(({ name, type }) => ({ name, type: encodeType(type) }));
}

function decodeType(wire: WireType | null | undefined): DataType {
  if (wire?.simple != null) return { id: simpleId(wire.simple) };
  if (wire?.decimal) return { id: 'DECIMAL', width: wire.decimal.width ?? 0, scale: wire.decimal.scale ?? 0 };
  if (wire?.list) return { id: 'LIST', child: decodeType(wire.list) };
  if (wire?.array) return { id: 'ARRAY', child: decodeType(wire.array.child), size: wire.array.size ?? 0 };
  if (wire?.struct) return { id: 'STRUCT', fields: decodeNamed(wire.struct) };
  if (wire?.union) return { id: 'UNION', members: decodeNamed(wire.union) };
  if (wire?.map) return { id: 'MAP', key: decodeType(wire.map.key), value: decodeType(wire.map.value) };
  if (wire?.enum) return { id: 'ENUM', values: wire.enum.values ?? [] };
  throw internalError('PLAN_FORMAT', 'A plan holds a type that this version does not know');
}

function decodeNamed(wire: arbalest.plan.v1.DataType.INamedTypes): readonly NamedType[] {
  return (wire.fields ?? []).map((field) => ({ name: field.name ?? '', type: decodeType(field.type) }));
}

function simpleId(name: string): SimpleTypeId {
  if (!SIMPLE.has(name)) throw internalError('PLAN_FORMAT', `A plan holds the type ${name}, which this version does not know`);
  return name as SimpleTypeId;
}
