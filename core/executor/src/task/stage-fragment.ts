import type { arbalest } from '@arbalest/proto';
import type { Field, FunctionDefinition, PlanRoot, ScanSource, WriteTarget } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';

/** What all tasks of a stage have in common, decoded once. */
export interface Fragment {
  readonly plan: PlanRoot;
  readonly scanSources: readonly ScanSource[];
  readonly inputFields: readonly (readonly Field[])[];
  readonly output: FragmentOutput;
  readonly settings: Readonly<Record<string, string>>;
  readonly writeTarget: WriteTarget | undefined;
  /** Empty = the first that takes it. */
  readonly engine: string;
  /** What its invoke nodes refer to. */
  readonly functions: readonly FunctionDefinition[];
  /** Who runs the statement; empty where users are not told apart. */
  readonly user: string;
}

export interface FragmentOutput {
  readonly kind: 'hash' | 'spread' | 'single';
  readonly keys: readonly number[];
  /** At least 1. */
  readonly partitions: number;
  readonly result: boolean;
  readonly inlineBytes: number;
  /** The scheduler reads the rows itself: they go inline whatever their size. */
  readonly inlineAlways: boolean;
}

/** @throws internal error `FRAGMENT_INVALID` for what a scheduler of this version does not send. */
export function decodeFragment(wire: arbalest.scheduler.v1.IStageFragment, decodePlan: (bytes: Uint8Array) => PlanRoot): Fragment {
  try {
    return {
      plan: decodePlan(wire.plan ?? new Uint8Array(0)),
      scanSources: (wire.scanSources ?? []).map((text) => JSON.parse(text) as ScanSource),
      inputFields: (wire.inputFields ?? []).map((text) => JSON.parse(text) as Field[]),
      output: decodeOutput(wire.output ?? {}),
      settings: wire.settings ?? {},
      writeTarget: wire.writeTarget ? (JSON.parse(wire.writeTarget) as WriteTarget) : undefined,
      engine: wire.engine ?? '',
      functions: (wire.functions ?? []).map((text) => JSON.parse(text) as FunctionDefinition),
      user: wire.user ?? '',
    };
  } catch (error) {
    const where = `stage ${wire.stage ?? 0} of job ${wire.job ?? ''}`;
    throw internalError('FRAGMENT_INVALID', `The fragment of ${where} cannot be decoded: ${(error as Error).message}`, { cause: error });
  }
}

function decodeOutput(wire: arbalest.scheduler.v1.IStageOutputSpec): FragmentOutput {
  const kind = wire.kind || 'single';
  if (kind !== 'hash' && kind !== 'spread' && kind !== 'single') throw new TypeError(`output kind "${kind}" is not hash, spread or single`);
  return {
    kind,
    keys: wire.keys ?? [],
    partitions: kind === 'single' ? 1 : Math.max(1, wire.partitions ?? 1),
    result: wire.result ?? false,
    inlineBytes: wire.inlineBytes ?? 0,
    inlineAlways: wire.inlineAlways ?? false,
  };
}
