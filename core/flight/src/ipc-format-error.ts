/** Bytes that claim to be Arrow IPC or Flight data and are not. Names what was read, what was expected and what was found. */
export class IpcFormatError extends Error {
  override readonly name = 'IpcFormatError';
  readonly code = 'IPC_FORMAT';
}
