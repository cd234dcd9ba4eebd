declare module 'snappyjs' {
  export function compress(bytes: Uint8Array): Uint8Array;
  export function uncompress(bytes: Uint8Array, maxLength?: number): Uint8Array;
}

declare module 'seek-bzip' {
  export function decode(bytes: Buffer): Buffer;
}
