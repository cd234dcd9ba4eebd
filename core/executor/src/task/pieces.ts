import { type CompareExpression, type Expression, type InputNode, outputTypes, type PlanNode, transformUp } from '@arbalest/plan';
import type { arbalest } from '@arbalest/proto';
import type { DataType, FragmentRequest } from '@arbalest/spi';

type Pieces = arbalest.scheduler.v1.IPieces;
type Scan = FragmentRequest['scans'][number];

/**
 * What a task reads, cut into pieces: the fragment is run over one after the other. Splits are shared out as runs of neighbours, so that rows stay in
 * their order; rows of inputs by the hash of their keys, so that equal keys meet in one piece. A piece that would read no split is left out.
 *
 * @returns at least one request
 */
export function cutIntoPieces(request: FragmentRequest, { count, cutTables, inputs }: Pieces): readonly FragmentRequest[] {
  const total = Math.max(1, count ?? 1);
  const isCut = (at: number): boolean => cutTables?.[at] ?? false;
  const pieces = Array.from({ length: total }, (_, piece): FragmentRequest => {
    const { id, scans, plan, write } = request;
    return {
      ...request,
      id: `${id}/${piece}`,
      scans: scans.map((scan, at) => (isCut(at) ? shareOf(scan, piece, total) : scan)),
      plan: transformUp(plan as PlanNode, (node) =>
        node.kind === 'input' ? piecePart(node, inputs?.[node.input]?.keys ?? [], piece, total) : node,
      ),
      ...(write === undefined ? {} : { write: { ...write, prefix: `${write.prefix}-${piece}` } }),
    };
  });
  const full = pieces.filter(
    ({ scans }) => !scans.some((_, at) => isCut(at)) || scans.some(({ splits }, at) => isCut(at) && splits.length > 0),
  );
  return full.length > 0 ? full : pieces.slice(0, 1);
}

function shareOf({ source, splits }: Scan, piece: number, count: number): Scan {
  const bound = (at: number): number => Math.floor((at * splits.length) / count);
  return { source, splits: splits.slice(bound(piece), bound(piece + 1)) };
}

const HASH: DataType = { id: 'UBIGINT' };

/**
 * The rows of an input whose keys hash to the piece. Engines place rows by the hash and by the hash of the hash (partitions); the hash of that is
 * independent of both, so that pieces are even.
 */
function piecePart(node: InputNode, keys: readonly number[], piece: number, count: number): PlanNode {
  if (keys.length === 0) return node;
  const types = outputTypes(node);
  const columns = keys.map((index): Expression => ({ kind: 'column', index, type: types[index]! }));
  const hash = call('hash', [call('hash', [call('hash', columns)])]);
  const predicate: CompareExpression = {
    kind: 'compare',
    op: '=',
    left: call('%', [hash, number(count)]),
    right: number(piece),
    type: { id: 'BOOLEAN' },
  };
  return { kind: 'filter', input: node, predicate };
}

function call(name: string, args: readonly Expression[]): Expression {
  return { kind: 'call', name, args, type: HASH, volatile: false };
}

function number(value: number): Expression {
  return { kind: 'constant', value: String(value), type: HASH };
}
