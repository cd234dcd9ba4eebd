/** Orders keys by their UTF-8 bytes, which differs from the order of UTF-16 units for characters beyond the basic plane. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
