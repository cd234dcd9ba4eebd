declare module 'snappyjs' {
  /** Gives a Buffer for a Buffer. */
  export function compress(bytes: Buffer): Buffer;
  export function uncompress(bytes: Buffer, maxLength?: number): Buffer;
}

declare module 'seek-bzip' {
  interface ByteSource {
    readByte(): number;
    read(into: Uint8Array, from: number, length: number): number;
  }

  interface ByteSink {
    writeByte(byte: number): void;
  }

  export function decode(from: ByteSource, into: ByteSink): void;
}
