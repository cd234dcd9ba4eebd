import type { AvroType } from './avro-type.js';

/** How many bytes a value takes at the least. Where that is none, every value takes none. */
export function leastBytes(type: AvroType): number {
  switch (type.kind) {
    case 'null':
      return 0;
    case 'float':
      return 4;
    case 'double':
      return 8;
    case 'fixed':
      return type.size;
    case 'record':
      return type.fields.reduce((sum, field) => sum + leastBytes(field.type), 0);
    case 'union':
      return 1 + Math.min(...type.branches.map((branch) => leastBytes(branch.type)));
    default:
      return 1;
  }
}
