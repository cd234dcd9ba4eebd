import { Metadata } from '@grpc/grpc-js';

export type HeaderValue = string | Uint8Array;

/**
 * Headers to send: grpc-js `Metadata` as it is, or a plain object. Names are lower case; a value of bytes needs a name that ends in `-bin`.
 * Several text values under one name may arrive as one, joined by ", ", as HTTP allows.
 */
export type HeadersToSend = Metadata | Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>;

export function toMetadata(headers: HeadersToSend | undefined): Metadata {
  if (headers instanceof Metadata) return headers;
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers ?? {})) {
    for (const one of Array.isArray(value) ? (value as HeaderValue[]) : [value as HeaderValue]) {
      metadata.add(name, typeof one === 'string' ? one : Buffer.from(one.buffer, one.byteOffset, one.byteLength));
    }
  }
  return metadata;
}
