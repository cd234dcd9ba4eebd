import { type DataType, type Field, type NamedType, userError } from '@arbalest/spi';
import type { AvroNamed, AvroType, Logical, RecordType } from './avro-type.js';

/** Digits of an SQL decimal at the most. */
const MOST_DIGITS = 38;
/** Members of a union at the most: their number is a signed byte in Arrow. */
const MOST_MEMBERS = 127;

/** The columns of a file. @throws user error `CODEC_TYPE` that names the file and the column which SQL has no type for */
export function sqlFields(record: RecordType, path: string): readonly Field[] {
  const same = sameName(record.fields);
  if (same !== undefined)
    throw userError('CODEC_TYPE', `${path} has several columns "${same}", for SQL, which does not tell case; write it with other names`);
  return record.fields.map(({ name, type }) => {
    const refuse = (what: string): never => {
      throw userError(
        'CODEC_TYPE',
        `Column "${name}" of ${path} has ${what}, which SQL has no type for; write it in another form, such as text`,
      );
    };
    return { name, type: sqlType(type, refuse), nullable: isNullable(type) };
  });
}

function isNullable(type: AvroType): boolean {
  return type.kind === 'null' || (type.kind === 'union' && type.branches.some((branch) => branch.type.kind === 'null'));
}

function sqlType(type: AvroType, refuse: (what: string) => never): DataType {
  switch (type.kind) {
    case 'null':
      return { id: 'NULL' };
    case 'boolean':
      return { id: 'BOOLEAN' };
    case 'float':
      return { id: 'FLOAT' };
    case 'double':
      return { id: 'DOUBLE' };
    case 'enum':
      return { id: 'VARCHAR' };
    case 'array':
      return { id: 'LIST', child: sqlType(type.items, refuse) };
    case 'map':
      return { id: 'MAP', key: { id: 'VARCHAR' }, value: sqlType(type.values, refuse) };
    case 'record':
      if (type.fields.length === 0) refuse('a record without fields');
      return { id: 'STRUCT', fields: named(type.fields, refuse) };
    case 'union':
      return unionType(type, refuse);
    default:
      return type.logical === undefined ? { id: PLAIN[type.kind] } : logicalType(type.logical);
  }
}

const PLAIN = { int: 'INTEGER', long: 'BIGINT', bytes: 'BLOB', fixed: 'BLOB', string: 'VARCHAR' } as const;

/** A union of NULL and one type is that type. */
function unionType({ branches }: Extract<AvroType, { kind: 'union' }>, refuse: (what: string) => never): DataType {
  const members = branches.filter(({ type }) => type.kind !== 'null');
  if (members.length === 0) return { id: 'NULL' };
  if (members.length === 1) return sqlType(members[0]!.type, refuse);
  if (members.length > MOST_MEMBERS) refuse(`a union of ${members.length} types`);
  return { id: 'UNION', members: named(members, refuse) };
}

function named(entries: readonly AvroNamed[], refuse: (what: string) => never): NamedType[] {
  const same = sameName(entries);
  if (same !== undefined) refuse(`several parts "${same}" that differ in case only`);
  return entries.map(({ name, type }) => ({ name, type: sqlType(type, refuse) }));
}

/** A name that was there before, in whatever case. */
function sameName(entries: readonly AvroNamed[]): string | undefined {
  const met = new Set<string>();
  return entries.find(({ name }) => met.size === met.add(name.toLowerCase()).size)?.name;
}

function logicalType(logical: Logical): DataType {
  if (logical.id !== 'decimal') return { id: TYPES[logical.id] };
  return logical.precision > MOST_DIGITS ? { id: 'VARCHAR' } : { id: 'DECIMAL', width: logical.precision, scale: logical.scale };
}

/** SQL has no instant in nanoseconds: those are given as UTC without a zone, so that no digit is lost. */
const TYPES = {
  uuid: 'UUID',
  date: 'DATE',
  'time-millis': 'TIME',
  'time-micros': 'TIME',
  'timestamp-millis': 'TIMESTAMP WITH TIME ZONE',
  'timestamp-micros': 'TIMESTAMP WITH TIME ZONE',
  'timestamp-nanos': 'TIMESTAMP_NS',
  'local-timestamp-millis': 'TIMESTAMP_MS',
  'local-timestamp-micros': 'TIMESTAMP',
  'local-timestamp-nanos': 'TIMESTAMP_NS',
  duration: 'INTERVAL',
} as const;
