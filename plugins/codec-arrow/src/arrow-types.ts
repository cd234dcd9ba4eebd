import { DataType as Arrow, DateUnit, Precision, TimeUnit, type Field as ArrowField, type Schema } from 'apache-arrow';
import { userError, type DataType, type Field } from '@arbalest/spi';

/** Columns as SQL sees them. A dictionary is the type of its values, a view that of what it shows. @throws user error `CODEC_TYPE` that names the file and the column. */
export function sqlFields(schema: Schema, path: string): readonly Field[] {
  return schema.fields.map((field) => {
    const type = sqlType(field.type as Arrow);
    if (type === undefined)
      throw userError(
        'CODEC_TYPE',
        `Column "${field.name}" of ${path} has the Arrow type ${String(field.type)}, which SQL has no type for`,
      );
    return { name: field.name, type, nullable: field.nullable };
  });
}

function sqlType(type: Arrow): DataType | undefined {
  return scalarType(type) ?? temporalType(type) ?? nestedType(type);
}

function scalarType(type: Arrow): DataType | undefined {
  if (Arrow.isNull(type)) return { id: 'NULL' };
  if (Arrow.isBool(type)) return { id: 'BOOLEAN' };
  if (Arrow.isInt(type)) return { id: integerId(type.bitWidth, type.isSigned) };
  if (Arrow.isFloat(type))
    return type.precision === Precision.DOUBLE ? { id: 'DOUBLE' } : type.precision === Precision.SINGLE ? { id: 'FLOAT' } : undefined;
  if (Arrow.isUtf8(type) || Arrow.isLargeUtf8(type) || Arrow.isUtf8View(type)) return { id: 'VARCHAR' };
  if (Arrow.isBinary(type) || Arrow.isLargeBinary(type) || Arrow.isBinaryView(type) || Arrow.isFixedSizeBinary(type)) return { id: 'BLOB' };
  if (Arrow.isDecimal(type)) return type.bitWidth === 128 ? { id: 'DECIMAL', width: type.precision, scale: type.scale } : undefined;
  return Arrow.isDictionary(type) ? sqlType(type.dictionary as Arrow) : undefined;
}

function integerId(bits: number, signed: boolean) {
  switch (bits) {
    case 8:
      return signed ? 'TINYINT' : 'UTINYINT';
    case 16:
      return signed ? 'SMALLINT' : 'USMALLINT';
    case 32:
      return signed ? 'INTEGER' : 'UINTEGER';
    default:
      return signed ? 'BIGINT' : 'UBIGINT';
  }
}

function temporalType(type: Arrow): DataType | undefined {
  if (Arrow.isDate(type)) return type.unit === DateUnit.DAY ? { id: 'DATE' } : { id: 'TIMESTAMP_MS' };
  if (Arrow.isTime(type)) return { id: 'TIME' };
  if (Arrow.isInterval(type) || Arrow.isDuration(type)) return { id: 'INTERVAL' };
  if (!Arrow.isTimestamp(type)) return undefined;
  if (type.timezone) return { id: 'TIMESTAMP WITH TIME ZONE' };
  switch (type.unit) {
    case TimeUnit.SECOND:
      return { id: 'TIMESTAMP_S' };
    case TimeUnit.MILLISECOND:
      return { id: 'TIMESTAMP_MS' };
    case TimeUnit.NANOSECOND:
      return { id: 'TIMESTAMP_NS' };
    default:
      return { id: 'TIMESTAMP' };
  }
}

function nestedType(type: Arrow): DataType | undefined {
  if (Arrow.isList(type)) return childType(type.children[0], (child) => ({ id: 'LIST', child }));
  if (Arrow.isFixedSizeList(type)) return childType(type.children[0], (child) => ({ id: 'ARRAY', child, size: type.listSize }));
  if (Arrow.isStruct(type)) {
    const fields = type.children.map(({ name, type: child }) => ({ name, type: sqlType(child as Arrow) }));
    return fields.every((field): field is { name: string; type: DataType } => field.type !== undefined)
      ? { id: 'STRUCT', fields }
      : undefined;
  }
  if (!Arrow.isMap(type)) return undefined;
  const [key, value] = (type.children[0]?.type as Arrow | undefined)?.children as readonly ArrowField[];
  return childType(key, (keyType) => childType(value, (valueType) => ({ id: 'MAP', key: keyType, value: valueType })));
}

function childType(field: ArrowField | undefined, make: (type: DataType) => DataType | undefined): DataType | undefined {
  const type = field && sqlType(field.type as Arrow);
  return type && make(type);
}
