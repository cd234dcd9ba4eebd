/** Functions of the kernel's module; assembly/kernel.ts says what they do. All arguments are u32, those that are addresses in the kernel's memory. */
export interface KernelFunctions {
  sortIds(ids: number, start: number, end: number, partitions: number, counts: number, starts: number, order: number): number;
  gather1: Gather;
  gather2: Gather;
  gather4: Gather;
  gather8: Gather;
  gather16: Gather;
  gatherWidth(width: number, source: number, order: number, rows: number, to: number): void;
  gatherBits(source: number, order: number, counts: number, partitions: number, shifts: number, to: number): void;
  measure32: Measure;
  measure64: Measure;
  gatherBytes32: GatherBytes;
  gatherBytes64: GatherBytes;
  gatherOffsets32: GatherOffsets;
  gatherOffsets64: GatherOffsets;
  expand32: Expand;
  expand64: Expand;
  expandFixed(size: number, order: number, rows: number, counts: number, partitions: number, childOrder: number, childCounts: number): void;
  countOnes(bits: number, count: number): number;
}

type Gather = (source: number, order: number, rows: number, to: number) => void;
type Measure = (offsets: number, order: number, counts: number, partitions: number, sums: number) => void;
type Expand = (offsets: number, order: number, rows: number, childOrder: number) => void;
type GatherOffsets = (offsets: number, order: number, counts: number, partitions: number, ends: number, to: number) => void;
type GatherBytes = (
  offsets: number,
  data: number,
  order: number,
  counts: number,
  partitions: number,
  ends: number,
  to: number,
  toData: number,
) => void;
