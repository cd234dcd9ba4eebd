import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Codec, FragmentRequest, FragmentWrite, NativeWrite, WriteTarget, WrittenFile } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { quoteName, quoteText } from '../lowering/names.js';
import type { Connection } from './connection.js';
import { type CopiedFile, copyWithFiles, copyWithStatistics, countOf } from './written-rows.js';

/** What is written, and how. */
export interface NativeCopy {
  readonly connection: Connection;
  readonly codec: Codec;
  readonly native: NativeWrite;
  readonly write: FragmentWrite;
  readonly signal: FragmentRequest['signal'];
}

/** Writes the rows of a SELECT, whose columns have the target's names, and says which files there are. */
export async function copyToFiles(copy: NativeCopy, select: string): Promise<WrittenFile[]> {
  const { connection, native, write, signal } = copy;
  const { directory, partitionBy } = write.target;
  if (!isRemote(directory)) await mkdir(directory, { recursive: true });
  const path = partitionBy.length > 0 ? directory : outputPath(write, native.extension);
  // Only Parquet's writer tells rows and bytes of every file.
  const tells = /\bFORMAT\s+'?parquet\b/i.test(native.text);
  const options = [native.text, ...partitionOptions(write), tells ? 'RETURN_STATS true' : 'RETURN_FILES true'];
  const sql = `COPY (${withCasts(select, native)}) TO ${quoteText(path)} (${options.join(', ')})`;
  const files = tells ? await copyWithStatistics(connection, sql, signal) : await listedFiles(copy, sql);
  return Promise.all(
    files.map(async (file) => ({ path: file.path, rows: file.rows, bytes: file.bytes ?? (await sizeOf(file.path, copy)) })),
  );
}

function withCasts(select: string, { casts = {} }: NativeWrite): string {
  const replaced = Object.entries(casts).map(([name, type]) => `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(name)}`);
  return replaced.length === 0 ? select : `SELECT * REPLACE (${replaced.join(', ')}) FROM (${select})`;
}

export function outputPath({ target, prefix }: FragmentWrite, extension: string): string {
  const name = `${prefix}-0${extension}`;
  return isRemote(target.directory) ? `${target.directory.replace(/\/$/, '')}/${name}` : join(target.directory, name);
}

function partitionOptions({ target, prefix }: FragmentWrite): string[] {
  if (target.partitionBy.length === 0) return [];
  return [
    `PARTITION_BY (${target.partitionBy.map(quoteName).join(', ')})`,
    `FILENAME_PATTERN ${quoteText(`${prefix}-{i}`)}`,
    'OVERWRITE_OR_IGNORE true',
  ];
}

/** Where several files hold the rows, each is counted by reading it, without its values. */
async function listedFiles(copy: NativeCopy, sql: string): Promise<CopiedFile[]> {
  const { connection, signal } = copy;
  const { rows, paths } = await copyWithFiles(connection, sql, signal);
  if (paths.length <= 1) return paths.map((path) => ({ path, rows }));
  const files: CopiedFile[] = [];
  for (const path of paths) files.push({ path, rows: await countOf(connection, countText(copy, path), signal) });
  return files;
}

function countText({ codec, write: { target } }: NativeCopy, path: string): string {
  const fields = target.fields.filter((field) => !target.partitionBy.includes(field.name));
  const source = { table: basename(path), codec: target.codec, options: target.options, fields };
  const split = { codec: target.codec, file: { path, size: 0, version: '' }, estimatedBytes: 0 };
  const columns = fields.slice(0, 1).map(({ name, type }) => ({ name, type }));
  const scan = codec.nativeScan?.('duckdb', [split], { source, columns, filters: [] });
  if (scan === undefined)
    throw internalError(
      'CODEC_NATIVE_WRITE',
      `Codec ${codec.id} writes through the engine but cannot be scanned by it, so the rows of ${path} cannot be counted`,
    );
  return `SELECT count(*) FROM (${scan.text})`;
}

async function sizeOf(path: string, { connection, signal }: NativeCopy): Promise<number> {
  if (!isRemote(path)) return (await stat(path)).size;
  return countOf(connection, `SELECT CAST(size AS BIGINT) FROM read_blob(${quoteText(path)})`, signal);
}

function isRemote(path: WriteTarget['directory']): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path);
}
