// Puts the rows of columns in the order of their partitions, on raw memory that the host lays out. Compiled by build-kernel.mjs; what the host
// does is in src/partition.
//
// Names used throughout: `order` lists the rows to take, first all of partition 0, then all of partition 1, and so on; `counts[p]` says how
// many of them are partition p's. What comes out lies in that order too, without gaps, so the host knows where each partition's piece is. Tables
// with one entry for each partition are u32.

/**
 * Stable counting sort of rows [start, end) by their partition id. Returns the first row whose id is not below `partitions`, or -1; then
 * `counts` and `order` are set. `starts` is scratch space for one u32 per partition.
 */
export function sortIds(ids: usize, start: u32, end: u32, partitions: u32, counts: usize, starts: usize, order: usize): i32 {
  memory.fill(counts, 0, (<usize>partitions) << 2);
  for (let row = start; row < end; row++) {
    const id = <u32>load<u16>(ids + ((<usize>row) << 1));
    if (id >= partitions) return row;
    const at = counts + ((<usize>id) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let next: u32 = 0;
  for (let p: u32 = 0; p < partitions; p++) {
    store<u32>(starts + ((<usize>p) << 2), next);
    next += load<u32>(counts + ((<usize>p) << 2));
  }
  for (let row = start; row < end; row++) {
    const at = starts + ((<usize>load<u16>(ids + ((<usize>row) << 1))) << 2);
    const place = load<u32>(at);
    store<u32>(at, place + 1);
    store<u32>(order + ((<usize>place) << 2), row);
  }
  return -1;
}

function gather<T>(source: usize, order: usize, rows: u32, to: usize): void {
  const end = order + ((<usize>rows) << 2);
  for (; order < end; order += 4) {
    store<T>(to, load<T>(source + ((<usize>load<u32>(order)) << alignof<T>())));
    to += sizeof<T>();
  }
}

export function gather1(source: usize, order: usize, rows: u32, to: usize): void {
  gather<u8>(source, order, rows, to);
}

export function gather2(source: usize, order: usize, rows: u32, to: usize): void {
  gather<u16>(source, order, rows, to);
}

export function gather4(source: usize, order: usize, rows: u32, to: usize): void {
  gather<u32>(source, order, rows, to);
}

export function gather8(source: usize, order: usize, rows: u32, to: usize): void {
  gather<u64>(source, order, rows, to);
}

export function gather16(source: usize, order: usize, rows: u32, to: usize): void {
  const end = order + ((<usize>rows) << 2);
  for (; order < end; order += 4) {
    const from = source + ((<usize>load<u32>(order)) << 4);
    store<u64>(to, load<u64>(from));
    store<u64>(to, load<u64>(from, 8), 8);
    to += 16;
  }
}

/** Values of any other width. */
export function gatherWidth(width: u32, source: usize, order: usize, rows: u32, to: usize): void {
  const end = order + ((<usize>rows) << 2);
  for (; order < end; order += 4) {
    memory.copy(to, source + <usize>load<u32>(order) * width, width);
    to += width;
  }
}

/** Bits. Each partition's start in a byte of their own, after `shifts[p]` zeros, up to seven. */
export function gatherBits(source: usize, order: usize, counts: usize, partitions: u32, shifts: usize, to: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    const count = load<u32>(counts + ((<usize>p) << 2));
    if (count == 0) continue;
    let bit = load<u32>(shifts + ((<usize>p) << 2));
    let bits: u32 = 0;
    const end = order + ((<usize>count) << 2);
    for (; order < end; order += 4) {
      const row = load<u32>(order);
      bits |= (((<u32>load<u8>(source + (row >> 3))) >> (row & 7)) & 1) << bit;
      if (++bit == 8) {
        store<u8>(to++, <u8>bits);
        bits = 0;
        bit = 0;
      }
    }
    if (bit != 0) store<u8>(to++, <u8>bits);
  }
}

function lengthAt<O>(offsets: usize, row: u32): u32 {
  const at = offsets + ((<usize>row) << alignof<O>());
  return <u32>(load<O>(at, sizeof<O>()) - load<O>(at));
}

function measure<O>(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    const end = order + ((<usize>load<u32>(counts + ((<usize>p) << 2))) << 2);
    let sum: u32 = 0;
    for (; order < end; order += 4) sum += lengthAt<O>(offsets, load<u32>(order));
    store<u32>(sums + ((<usize>p) << 2), sum);
  }
}

/** Bytes, or child rows, of each partition's values. */
export function measure32(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  measure<i32>(offsets, order, counts, partitions, sums);
}

export function measure64(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  measure<i64>(offsets, order, counts, partitions, sums);
}

/** May write up to 15 bytes after the last, and read as many: most strings are short, and copied without a branch on their length. */
function copyShort(to: usize, from: usize, length: u32): void {
  v128.store(to, v128.load(from));
  if (length <= 16) return;
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  for (let at: u32 = 16; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

function gatherBytes<O>(
  offsets: usize,
  data: usize,
  order: usize,
  counts: usize,
  partitions: u32,
  ends: usize,
  to: usize,
  toData: usize,
): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let done = load<u32>(ends + ((<usize>p) << 2));
    const end = order + ((<usize>load<u32>(counts + ((<usize>p) << 2))) << 2);
    for (; order < end; order += 4) {
      const at = offsets + ((<usize>load<u32>(order)) << alignof<O>());
      const from = load<O>(at);
      const length = <u32>(load<O>(at, sizeof<O>()) - from);
      copyShort(toData, data + <usize>from, length);
      toData += length;
      done += length;
      store<O>(to, <O>done);
      to += sizeof<O>();
    }
  }
}

/** Strings and blobs: their bytes, and for each the offset of its end, where partition p's go on after `ends[p]` bytes that are there. */
export function gatherBytes32(
  offsets: usize,
  data: usize,
  order: usize,
  counts: usize,
  partitions: u32,
  ends: usize,
  to: usize,
  toData: usize,
): void {
  gatherBytes<i32>(offsets, data, order, counts, partitions, ends, to, toData);
}

export function gatherBytes64(
  offsets: usize,
  data: usize,
  order: usize,
  counts: usize,
  partitions: u32,
  ends: usize,
  to: usize,
  toData: usize,
): void {
  gatherBytes<i64>(offsets, data, order, counts, partitions, ends, to, toData);
}

function gatherOffsets<O>(offsets: usize, order: usize, counts: usize, partitions: u32, ends: usize, to: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let done = load<u32>(ends + ((<usize>p) << 2));
    const end = order + ((<usize>load<u32>(counts + ((<usize>p) << 2))) << 2);
    for (; order < end; order += 4) {
      done += lengthAt<O>(offsets, load<u32>(order));
      store<O>(to, <O>done);
      to += sizeof<O>();
    }
  }
}

/** Lists: the same offsets, in child rows. */
export function gatherOffsets32(offsets: usize, order: usize, counts: usize, partitions: u32, ends: usize, to: usize): void {
  gatherOffsets<i32>(offsets, order, counts, partitions, ends, to);
}

export function gatherOffsets64(offsets: usize, order: usize, counts: usize, partitions: u32, ends: usize, to: usize): void {
  gatherOffsets<i64>(offsets, order, counts, partitions, ends, to);
}

function expand<O>(offsets: usize, order: usize, rows: u32, childOrder: usize): void {
  const end = order + ((<usize>rows) << 2);
  for (; order < end; order += 4) {
    const at = offsets + ((<usize>load<u32>(order)) << alignof<O>());
    const last = <u32>load<O>(at, sizeof<O>());
    for (let child = <u32>load<O>(at); child < last; child++) {
      store<u32>(childOrder, child);
      childOrder += 4;
    }
  }
}

/** The child rows of lists, in the order of the lists. */
export function expand32(offsets: usize, order: usize, rows: u32, childOrder: usize): void {
  expand<i32>(offsets, order, rows, childOrder);
}

export function expand64(offsets: usize, order: usize, rows: u32, childOrder: usize): void {
  expand<i64>(offsets, order, rows, childOrder);
}

/** The same for lists that all have `size` elements; also sets the children's counts. */
export function expandFixed(
  size: u32,
  order: usize,
  rows: u32,
  counts: usize,
  partitions: u32,
  childOrder: usize,
  childCounts: usize,
): void {
  const end = order + ((<usize>rows) << 2);
  for (; order < end; order += 4) {
    const first = load<u32>(order) * size;
    for (let at: u32 = 0; at < size; at++) {
      store<u32>(childOrder, first + at);
      childOrder += 4;
    }
  }
  for (let p: u32 = 0; p < partitions; p++) store<u32>(childCounts + ((<usize>p) << 2), load<u32>(counts + ((<usize>p) << 2)) * size);
}

/** How many of the first `count` bits are ones. The bytes after them, up to a multiple of 8, are read too. */
export function countOnes(bits: usize, count: u32): u32 {
  let ones: u32 = 0;
  const words = count >> 6;
  for (let at: u32 = 0; at < words; at++) ones += <u32>popcnt(load<u64>(bits + ((<usize>at) << 3)));
  const rest = count & 63;
  if (rest != 0) ones += <u32>popcnt(load<u64>(bits + ((<usize>words) << 3)) & (((<u64>1) << rest) - 1));
  return ones;
}
