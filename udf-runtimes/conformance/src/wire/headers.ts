/** Layouts of PROTOCOL.md §3. */
export const HEADER_BYTES = 48;
export const KIND = { batch: 1, shared: 2, error: 3 } as const;
export const FLAG = { last: 1, rowsFailed: 2 } as const;

export interface BatchHeader {
  readonly version?: number;
  readonly kind?: number;
  readonly reserved?: number;
  readonly milliseconds?: number;
  readonly id: number | bigint;
  readonly offset?: number;
  readonly length?: number;
  readonly roomOffset?: number;
  readonly roomBytes?: number;
}

export function encodeHeader(header: BatchHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, header.version ?? 1);
  view.setUint8(1, header.kind ?? KIND.batch);
  view.setUint16(2, header.reserved ?? 0, true);
  view.setUint32(4, header.milliseconds ?? 0, true);
  view.setBigUint64(8, BigInt(header.id), true);
  view.setBigUint64(16, BigInt(header.offset ?? 0), true);
  view.setBigUint64(24, BigInt(header.length ?? 0), true);
  view.setBigUint64(32, BigInt(header.roomOffset ?? 0), true);
  view.setBigUint64(40, BigInt(header.roomBytes ?? 0), true);
  return bytes;
}

export interface AnswerHeader {
  readonly version: number;
  readonly kind: number;
  readonly flags: number;
  readonly rows: number;
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  readonly cpuMicros: number;
  readonly reserved: bigint;
}

export function decodeHeader(bytes: Uint8Array): AnswerHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    version: view.getUint8(0),
    kind: view.getUint8(1),
    flags: view.getUint16(2, true),
    rows: view.getUint32(4, true),
    id: Number(view.getBigUint64(8, true)),
    offset: Number(view.getBigUint64(16, true)),
    length: Number(view.getBigUint64(24, true)),
    cpuMicros: Number(view.getBigUint64(32, true)),
    reserved: view.getBigUint64(40, true),
  };
}
