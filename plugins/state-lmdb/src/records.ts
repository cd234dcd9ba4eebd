/** An entry as it is stored: bytes 0–7 create revision, 8–15 revision (both big endian), then the value. */
export interface EntryRecord {
  readonly createRevision: bigint;
  readonly revision: bigint;
  readonly value: Uint8Array;
}

const ENTRY_HEADER = 16;

export function encodeEntry({ createRevision, revision, value }: EntryRecord): Buffer {
  const record = Buffer.allocUnsafe(ENTRY_HEADER + value.byteLength);
  record.writeBigUInt64BE(createRevision, 0);
  record.writeBigUInt64BE(revision, 8);
  record.set(value, ENTRY_HEADER);
  return record;
}

/** The value is a view of `record`, which must be the caller's own. */
export function decodeEntry(record: Buffer): EntryRecord {
  return { createRevision: record.readBigUInt64BE(0), revision: record.readBigUInt64BE(8), value: record.subarray(ENTRY_HEADER) };
}

/** Key of a change in the history: its revision and its place within that, so that keys are in the order of time. */
export function changeKey(revision: bigint, index: number): Buffer {
  const key = Buffer.allocUnsafe(12);
  key.writeBigUInt64BE(revision, 0);
  key.writeUInt32BE(index, 8);
  return key;
}

export function revisionOfChange(key: Uint8Array): bigint {
  return Buffer.from(key).readBigUInt64BE(0);
}

/** What became of a key; without a value it was deleted. */
export interface ChangeRecord {
  readonly key: string;
  readonly value?: Uint8Array;
}

/** Byte 0: 1 put, 0 delete; bytes 1–4 length of the key in bytes; the key; the value. */
export function encodeChange({ key, value }: ChangeRecord): Buffer {
  const keyBytes = Buffer.byteLength(key);
  const record = Buffer.allocUnsafe(5 + keyBytes + (value?.byteLength ?? 0));
  record.writeUInt8(value ? 1 : 0, 0);
  record.writeUInt32BE(keyBytes, 1);
  record.write(key, 5);
  if (value) record.set(value, 5 + keyBytes);
  return record;
}

export function decodeChange(record: Buffer): ChangeRecord {
  const end = 5 + record.readUInt32BE(1);
  const key = record.toString('utf8', 5, end);
  return record.readUInt8(0) === 1 ? { key, value: record.subarray(end) } : { key };
}

/** The first key after all that begin with `prefix`; undefined when there is none. */
export function endOfPrefix(prefix: Buffer): Buffer | undefined {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  if (last < 0) return undefined;
  const end = Buffer.from(prefix.subarray(0, last + 1));
  end[last]! += 1;
  return end;
}
