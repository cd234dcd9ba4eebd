/** A field of an Arrow schema as it crosses to a server. */
export interface WireField {
  readonly name: string;
  /**
   * The type in the notation of the C data interface (https://arrow.apache.org/docs/format/CDataInterface.html#data-type-description-format-strings), e.g. `d:38,0`, `tsu:UTC`, `+w:3`.
   */
  readonly format: string;
  readonly nullable: boolean;
  readonly children: readonly WireField[];
  /** Key and value metadata; the extension's name and metadata are what is read of it. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface WireSchema {
  readonly fields: readonly WireField[];
  readonly metadata: Readonly<Record<string, string>>;
}

export const EXTENSION_NAME = 'ARROW:extension:name';
export const EXTENSION_METADATA = 'ARROW:extension:metadata';

/** Equal layout: formats and structure. Names, nullability and metadata do not count. */
export function sameWire(a: WireField, b: WireField): boolean {
  return (
    a.format === b.format && a.children.length === b.children.length && a.children.every((child, i) => sameWire(child, b.children[i]!))
  );
}

/** For errors: `+s<i,u>`. */
export function printWire(field: WireField): string {
  return field.children.length === 0 ? field.format : `${field.format}<${field.children.map(printWire).join(',')}>`;
}
