/** A type of an Avro schema, with all names looked up. Where a logical type is not valid for what it stands on, there is none, as the specification wants. */
export type AvroType =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean' | 'float' | 'double' }
  | { readonly kind: 'int' | 'long'; readonly logical?: Logical }
  | { readonly kind: 'bytes' | 'string'; readonly logical?: Logical }
  | { readonly kind: 'fixed'; readonly size: number; readonly logical?: Logical }
  | { readonly kind: 'enum'; readonly symbols: readonly string[] }
  | { readonly kind: 'array'; readonly items: AvroType }
  | { readonly kind: 'map'; readonly values: AvroType }
  | RecordType
  | { readonly kind: 'union'; readonly branches: readonly AvroNamed[] };

export interface RecordType {
  readonly kind: 'record';
  readonly fields: readonly AvroNamed[];
}

/** A field of a record, or a branch of a union under the name of its type. */
export interface AvroNamed {
  readonly name: string;
  readonly type: AvroType;
}

export type Logical =
  { readonly id: Exclude<LogicalId, 'decimal'> } | { readonly id: 'decimal'; readonly precision: number; readonly scale: number };

/** Logical types that SQL has a type for, and what each may stand on. */
export const LOGICAL_TYPES = {
  decimal: ['bytes', 'fixed'],
  uuid: ['string', 'fixed'],
  date: ['int'],
  'time-millis': ['int'],
  'time-micros': ['long'],
  'timestamp-millis': ['long'],
  'timestamp-micros': ['long'],
  'timestamp-nanos': ['long'],
  'local-timestamp-millis': ['long'],
  'local-timestamp-micros': ['long'],
  'local-timestamp-nanos': ['long'],
  duration: ['fixed'],
} as const satisfies Readonly<Record<string, readonly AvroType['kind'][]>>;

export type LogicalId = keyof typeof LOGICAL_TYPES;
