/** Of a record of layout 0, which was JSON with a version. Undefined for one that is protobuf already: no message of ours begins like that. */
export function jsonRecord(value: Uint8Array): unknown {
  return value[0] === '{'.charCodeAt(0) ? (JSON.parse(new TextDecoder().decode(value)) as unknown) : undefined;
}
