/** The 48 bytes that begin the `app_metadata` of every frame but the first ones (PROTOCOL.md §3). */
export const HEADER_BYTES = 48;

export const FRAME = Object.freeze({ batch: 1, sharedBatch: 2, error: 3 });

const VERSION = 1;
const LAST = 1;
const ROWS_FAILED = 2;

export interface BatchHeader {
  readonly id: number;
  /** 0 = no limit. */
  readonly timeoutMs: number;
  /** Where the batch lies in the input file; absent = it is in the frame. */
  readonly input?: Region;
  /** Room for the answer in the output file. */
  readonly room?: Region;
}

export interface Region {
  readonly offset: number;
  readonly length: number;
}

export interface AnswerHeader {
  readonly kind: number;
  readonly last: boolean;
  readonly rowsFailed: boolean;
  readonly rows: number;
  readonly id: number;
  readonly output: Region;
  readonly cpuMicros: number;
}

export function encodeBatchHeader({ id, timeoutMs, input, room }: BatchHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, input === undefined ? FRAME.batch : FRAME.sharedBatch);
  view.setUint32(4, Math.min(timeoutMs, 0xffffffff), true);
  setSize(view, 8, id);
  setSize(view, 16, input?.offset ?? 0);
  setSize(view, 24, input?.length ?? 0);
  setSize(view, 32, room?.offset ?? 0);
  setSize(view, 40, room?.length ?? 0);
  return bytes;
}

/** Undefined when it is not a header of this version. Values that no header can have come out as NaN, which equals nothing and is in no range. */
export function decodeAnswerHeader(bytes: Uint8Array | undefined): AnswerHeader | undefined {
  if (bytes === undefined || bytes.byteLength < HEADER_BYTES || bytes[0] !== VERSION) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const flags = view.getUint16(2, true);
  return {
    kind: view.getUint8(1),
    last: (flags & LAST) !== 0,
    rowsFailed: (flags & ROWS_FAILED) !== 0,
    rows: view.getUint32(4, true),
    id: getSize(view, 8),
    output: { offset: getSize(view, 16), length: getSize(view, 24) },
    cpuMicros: getSize(view, 32),
  };
}

function setSize(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

function getSize(view: DataView, at: number): number {
  const high = view.getUint32(at + 4, true);
  return high < 1 << 21 ? high * 2 ** 32 + view.getUint32(at, true) : Number.NaN;
}
