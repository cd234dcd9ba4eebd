/** Arrow bytes from outside that are not what they have to be. Whoever knows whose bytes they were turns it into an error that says so. */
export class ArrowFault extends Error {
  override readonly name = 'ArrowFault';
}

/** Runs a reader of bytes that nobody has checked: reading beyond their end, which `DataView` refuses, is a fault of the bytes. */
export function readChecked<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new ArrowFault(`${what} points beyond its own end`, { cause: error });
    throw error;
  }
}
