// Splits columns by partition, on raw memory that the host lays out. Compiled by build-kernel.mjs; what the host does is in src/partition.
//
// Names used throughout: `order` lists the rows to take, first all of partition 0, then all of partition 1, and so on; `counts[p]` says how
// many of them are partition p's. `cursors[p]`, `bases[p]` are addresses in partition p's output, `filled[p]` the rows that are there already,
// `ends[p]` the bytes or child rows. All these tables are u32.

/**
 * Stable counting sort of rows [start, end) by their partition id. Returns the first row whose id is not below `partitions`, or -1; then
 * `counts` and `order` are set. `starts` is scratch space for one u32 per partition.
 */
export function sortIds(ids: usize, start: u32, end: u32, partitions: u32, counts: usize, starts: usize, order: usize): i32 {
  memory.fill(counts, 0, <usize>partitions << 2);
  for (let row = start; row < end; row++) {
    const id = <u32>load<u16>(ids + (<usize>row << 1));
    if (id >= partitions) return row;
    const at = counts + (<usize>id << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let next: u32 = 0;
  for (let p: u32 = 0; p < partitions; p++) {
    store<u32>(starts + (<usize>p << 2), next);
    next += load<u32>(counts + (<usize>p << 2));
  }
  for (let row = start; row < end; row++) {
    const at = starts + (<usize>load<u16>(ids + (<usize>row << 1)) << 2);
    const place = load<u32>(at);
    store<u32>(at, place + 1);
    store<u32>(order + (<usize>place << 2), row);
  }
  return -1;
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function gather<T>(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  const shift = alignof<T>();
  for (let p: u32 = 0; p < partitions; p++) {
    let to = load<u32>(cursors + (<usize>p << 2));
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    for (; order < end; order += 4) {
      store<T>(to, load<T>(source + (<usize>load<u32>(order) << shift)));
      to += sizeof<T>();
    }
    store<u32>(cursors + (<usize>p << 2), to);
  }
}

export function gather1(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  gather<u8>(source, order, counts, partitions, cursors);
}

export function gather2(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  gather<u16>(source, order, counts, partitions, cursors);
}

export function gather4(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  gather<u32>(source, order, counts, partitions, cursors);
}

export function gather8(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  gather<u64>(source, order, counts, partitions, cursors);
}

export function gather16(source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let to = load<u32>(cursors + (<usize>p << 2));
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    for (; order < end; order += 4) {
      const from = source + (<usize>load<u32>(order) << 4);
      store<u64>(to, load<u64>(from));
      store<u64>(to, load<u64>(from, 8), 8);
      to += 16;
    }
    store<u32>(cursors + (<usize>p << 2), to);
  }
}

/** Values of any other width. */
export function gatherWidth(width: u32, source: usize, order: usize, counts: usize, partitions: u32, cursors: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let to = load<u32>(cursors + (<usize>p << 2));
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    for (; order < end; order += 4) {
      memory.copy(to, source + <usize>load<u32>(order) * width, width);
      to += width;
    }
    store<u32>(cursors + (<usize>p << 2), to);
  }
}

/** Bits, after those that `filled` says are there. */
export function gatherBits(source: usize, order: usize, counts: usize, partitions: u32, bases: usize, filled: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    const count = load<u32>(counts + (<usize>p << 2));
    if (count == 0) continue;
    const done = load<u32>(filled + (<usize>p << 2));
    let to = load<u32>(bases + (<usize>p << 2)) + (done >> 3);
    let bit = done & 7;
    let bits: u32 = bit == 0 ? 0 : <u32>load<u8>(to) & ((<u32>1 << bit) - 1);
    const end = order + (<usize>count << 2);
    for (; order < end; order += 4) {
      const row = load<u32>(order);
      bits |= ((<u32>load<u8>(source + (row >> 3)) >> (row & 7)) & 1) << bit;
      if (++bit == 8) {
        store<u8>(to++, <u8>bits);
        bits = 0;
        bit = 0;
      }
    }
    if (bit != 0) store<u8>(to, <u8>bits);
  }
}

/** As many ones as `counts` says: for a batch without nulls among others that have some. */
export function fillBits(counts: usize, partitions: u32, bases: usize, filled: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let at = load<u32>(filled + (<usize>p << 2));
    const end = at + load<u32>(counts + (<usize>p << 2));
    const base = load<u32>(bases + (<usize>p << 2));
    while (at < end) {
      const to = base + (at >> 3);
      if ((at & 7) == 0 && end - at >= 8) {
        const whole = (end - at) >> 3;
        memory.fill(to, 0xff, whole);
        at += whole << 3;
      } else {
        const bit = at & 7;
        const before: u32 = bit == 0 ? 0 : <u32>load<u8>(to) & ((<u32>1 << bit) - 1);
        store<u8>(to, <u8>(before | (<u32>1 << bit)));
        at++;
      }
    }
  }
}

/** `table[p] += counts[p]`. */
export function advance(table: usize, counts: usize, partitions: u32): void {
  for (let p: u32 = 0; p < partitions; p++) {
    const at = table + (<usize>p << 2);
    store<u32>(at, load<u32>(at) + load<u32>(counts + (<usize>p << 2)));
  }
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function lengthAt<O>(offsets: usize, row: u32): u32 {
  const at = offsets + (<usize>row << alignof<O>());
  return <u32>(load<O>(at, sizeof<O>()) - load<O>(at));
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function measure<O>(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    let sum: u32 = 0;
    for (; order < end; order += 4) sum += lengthAt<O>(offsets, load<u32>(order));
    store<u32>(sums + (<usize>p << 2), sum);
  }
}

/** Bytes, or child rows, of each partition's values. */
export function measure32(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  measure<i32>(offsets, order, counts, partitions, sums);
}

export function measure64(offsets: usize, order: usize, counts: usize, partitions: u32, sums: usize): void {
  measure<i64>(offsets, order, counts, partitions, sums);
}

/** May write up to 7 bytes after the last, and read as many. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function copyShort(to: usize, from: usize, length: u32): void {
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  const end = to + length;
  while (to < end) {
    store<u64>(to, load<u64>(from));
    to += 8;
    from += 8;
  }
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function gatherBytes<O>(offsets: usize, data: usize, order: usize, counts: usize, partitions: u32, cursors: usize, bases: usize, ends: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let to = load<u32>(cursors + (<usize>p << 2));
    let done = load<u32>(ends + (<usize>p << 2));
    const base = load<u32>(bases + (<usize>p << 2));
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    for (; order < end; order += 4) {
      const at = offsets + (<usize>load<u32>(order) << alignof<O>());
      const from = load<O>(at);
      const length = <u32>(load<O>(at, sizeof<O>()) - from);
      copyShort(base + done, data + <usize>from, length);
      done += length;
      store<O>(to, <O>done);
      to += sizeof<O>();
    }
    store<u32>(cursors + (<usize>p << 2), to);
    store<u32>(ends + (<usize>p << 2), done);
  }
}

/** Strings and blobs: their bytes, and the offsets that follow the first. */
export function gatherBytes32(offsets: usize, data: usize, order: usize, counts: usize, partitions: u32, cursors: usize, bases: usize, ends: usize): void {
  gatherBytes<i32>(offsets, data, order, counts, partitions, cursors, bases, ends);
}

export function gatherBytes64(offsets: usize, data: usize, order: usize, counts: usize, partitions: u32, cursors: usize, bases: usize, ends: usize): void {
  gatherBytes<i64>(offsets, data, order, counts, partitions, cursors, bases, ends);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function gatherOffsets<O>(offsets: usize, order: usize, counts: usize, partitions: u32, cursors: usize, ends: usize): void {
  for (let p: u32 = 0; p < partitions; p++) {
    let to = load<u32>(cursors + (<usize>p << 2));
    let done = load<u32>(ends + (<usize>p << 2));
    const end = order + (<usize>load<u32>(counts + (<usize>p << 2)) << 2);
    for (; order < end; order += 4) {
      done += lengthAt<O>(offsets, load<u32>(order));
      store<O>(to, <O>done);
      to += sizeof<O>();
    }
    store<u32>(cursors + (<usize>p << 2), to);
    store<u32>(ends + (<usize>p << 2), done);
  }
}

/** Lists: the offsets that follow the first. */
export function gatherOffsets32(offsets: usize, order: usize, counts: usize, partitions: u32, cursors: usize, ends: usize): void {
  gatherOffsets<i32>(offsets, order, counts, partitions, cursors, ends);
}

export function gatherOffsets64(offsets: usize, order: usize, counts: usize, partitions: u32, cursors: usize, ends: usize): void {
  gatherOffsets<i64>(offsets, order, counts, partitions, cursors, ends);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function expand<O>(offsets: usize, order: usize, rows: u32, childOrder: usize): void {
  const end = order + (<usize>rows << 2);
  for (; order < end; order += 4) {
    const at = offsets + (<usize>load<u32>(order) << alignof<O>());
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
export function expandFixed(size: u32, order: usize, rows: u32, counts: usize, partitions: u32, childOrder: usize, childCounts: usize): void {
  const end = order + (<usize>rows << 2);
  for (; order < end; order += 4) {
    const first = load<u32>(order) * size;
    for (let at: u32 = 0; at < size; at++) {
      store<u32>(childOrder, first + at);
      childOrder += 4;
    }
  }
  for (let p: u32 = 0; p < partitions; p++) store<u32>(childCounts + (<usize>p << 2), load<u32>(counts + (<usize>p << 2)) * size);
}

/** How many of the first `count` bits are ones. The bytes after them, up to a multiple of 8, are read too. */
export function countOnes(bits: usize, count: u32): u32 {
  let ones: u32 = 0;
  const words = count >> 6;
  for (let at: u32 = 0; at < words; at++) ones += <u32>popcnt(load<u64>(bits + (<usize>at << 3)));
  const rest = count & 63;
  if (rest != 0) ones += <u32>popcnt(load<u64>(bits + (<usize>words << 3)) & ((<u64>1 << rest) - 1));
  return ones;
}
