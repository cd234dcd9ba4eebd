import { messageBodyLength, messageKind, openIpcFile, recordBatchRows, stripPrefix, type IpcBlock } from '@arbalest/flight';
import { isArbalestError, userError } from '@arbalest/spi';
import type { OpenFile } from './open-file.js';

/** Where the messages of a file or a stored stream lie. */
export interface IpcIndex {
  /** The schema message. */
  readonly schema: Uint8Array;
  readonly dictionaries: readonly IpcBlock[];
  readonly batches: readonly IpcBlock[];
}

const MAGIC = 'ARROW1';
const PREFIX = 8;
const CONTINUATION = 0xffffffff;

/** @throws user error `CODEC_FORMAT` that names the file when it is neither form of Arrow IPC, or was cut short. */
export async function readIndex(file: OpenFile): Promise<IpcIndex> {
  try {
    const start = file.size >= MAGIC.length ? Buffer.from(await file.read(0, MAGIC.length)).toString('latin1') : '';
    return start === MAGIC ? await openIpcFile(file) : await walkStream(file);
  } catch (thrown) {
    if (isArbalestError(thrown)) throw thrown;
    throw userError('CODEC_FORMAT', `${file.path} cannot be read as Arrow: ${(thrown as Error).message}`, { cause: thrown });
  }
}

/** The headers of a stream, one after another; the bodies are skipped. */
async function walkStream(file: OpenFile): Promise<IpcIndex> {
  const found = { dictionary: [] as IpcBlock[], batch: [] as IpcBlock[] };
  let schema: Uint8Array | undefined;
  for (let offset = 0; offset + PREFIX <= file.size;) {
    const prefix = await file.read(offset, PREFIX);
    const view = new DataView(prefix.buffer);
    const length = view.getUint32(4, true);
    if (view.getUint32(0, true) !== CONTINUATION || offset + PREFIX + length > file.size) throw notArrow(file, offset);
    if (length === 0) break;
    const metadata = await file.read(offset + PREFIX, length);
    const block = { offset, metadataLength: PREFIX + length, bodyLength: messageBodyLength(metadata) };
    const kind = messageKind(metadata);
    if (kind === 'schema') schema = metadata;
    if (kind === 'dictionary' || kind === 'batch') found[kind].push(block);
    offset += block.metadataLength + Math.ceil(block.bodyLength / 8) * 8;
    if (offset > file.size) throw notArrow(file, block.offset);
  }
  if (schema === undefined) throw notArrow(file, 0);
  return { schema, dictionaries: found.dictionary, batches: found.batch };
}

function notArrow({ path, size }: OpenFile, offset: number) {
  return userError(
    'CODEC_FORMAT',
    `${path} is not an Arrow IPC file or stream, or was cut short: there is no message at byte ${offset} of ${size}`,
  );
}

/** Rows of one batch; reads its header only. */
export async function rowsOf(file: OpenFile, { offset, metadataLength }: IpcBlock): Promise<number> {
  return recordBatchRows(stripPrefix(await file.read(offset, metadataLength)));
}
