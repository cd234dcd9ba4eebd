/** Where things are below a prefix. */
export class Keys {
  private readonly data: Buffer;

  constructor(readonly prefix: string) {
    this.data = Buffer.from(`${prefix}/data/`);
  }

  of(key: string): Buffer {
    return Buffer.concat([this.data, Buffer.from(key)]);
  }

  keyOf(stored: Uint8Array): string {
    return Buffer.from(stored).toString('utf8', this.data.byteLength);
  }

  /** Bounds of all keys that begin with `prefix`. The data's own prefix ends in a slash, so there is a key after all of them. */
  range(prefix: string): { readonly key: Buffer; readonly range_end: Buffer } {
    const key = this.of(prefix);
    return { key, range_end: after(key) };
  }

  /** Bytes that a key takes beyond its own. */
  get overhead(): number {
    return this.data.byteLength;
  }

  marker(client: string, slot: number): Buffer {
    return Buffer.from(`${this.prefix}/transactions/${client}/${slot}`);
  }

  get markers(): { readonly key: Buffer; readonly range_end: Buffer } {
    const key = Buffer.from(`${this.prefix}/transactions/`);
    return { key, range_end: after(key) };
  }
}

/** The first key after all that begin with `prefix`, which has a byte below 255. */
function after(prefix: Buffer): Buffer {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  const end = Buffer.from(prefix.subarray(0, last + 1));
  end[last]! += 1;
  return end;
}
