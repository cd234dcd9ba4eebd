import { outputTypes, type Expression, type PlanNode } from '@arbalest/plan';
import { columnsAt } from './expressions.js';
import { Estimator, type Origin } from './estimate.js';
import { EXCHANGE_FACTOR, STAGE_COST_BYTES } from './exchange-cost.js';
import { placeWithRules } from './place.js';
import { SINGLE, SPREAD, type Partitioning, type Placed } from './placement.js';
import type { PlannerSettings, PlanStagesRequest } from './stage.js';

/** What is known of rows that a stage has made, or that a shared part will make. */
export interface MadeRows {
  readonly partitioning: Partitioning;
  readonly rows: number;
  readonly bytes: number;
  /** By column. */
  readonly origins?: readonly (Origin | undefined)[];
}

/** What rules know of the statement, and the exchanges they may ask for. */
export class Planning {
  readonly settings: PlannerSettings;
  readonly executors: number;
  /** Partitions of every exchange. */
  readonly partitions: number;
  readonly estimate: Estimator;
  /** By id of the shared part. */
  readonly shared = new Map<number, MadeRows>();

  constructor(
    request: PlanStagesRequest,
    /** Outputs of stages that run or have ended, by stage: what `input` leaves refer to. */
    readonly made: ReadonlyMap<number, MadeRows>,
  ) {
    this.settings = request.settings;
    this.executors = request.executors;
    this.partitions = request.settings.partitions || request.executors;
    this.estimate = new Estimator(
      request.tables,
      (id) => this.shared.get(id)?.rows,
      (leaf) => (leaf.kind === 'input' ? this.made.get(leaf.input) : this.shared.get(leaf.id))?.origins,
    );
  }

  place(node: PlanNode): Placed {
    return placeWithRules(node, this);
  }

  /** All rows in one task. */
  gather(placed: Placed): PlanNode {
    if (placed.partitioning.kind === 'single') return placed.node;
    if (placed.replica && this.isReplicaCheaperThanGather(placed)) return placed.replica.node;
    return { kind: 'exchange', input: placed.node, distribution: { kind: 'gather' } };
  }

  /** All rows in every task. */
  replicate(placed: Placed): PlanNode {
    const { replica } = placed;
    if (replica && replica.bytes <= this.broadcastCost(placed)) return replica.node;
    return { kind: 'exchange', input: placed.node, distribution: { kind: 'broadcast' } };
  }

  /** What `replicate` costs each task, in bytes read. */
  replicateCost(placed: Placed): number {
    return Math.min(placed.replica?.bytes ?? Infinity, this.broadcastCost(placed));
  }

  /**
   * Rows with equal values of `keys` in one task. Keys that are not columns become columns after the node's own; `keyColumns` says where the keys are.
   */
  hash(placed: Placed, keys: readonly Expression[]): { readonly placed: Placed; readonly keyColumns: readonly number[] } {
    const { input, keyColumns } = withKeyColumns(placed.node, keys);
    if (this.partitions === 1) return { placed: { node: this.gather({ ...placed, node: input }), partitioning: SINGLE }, keyColumns };
    const distinctKeys = [...new Set(keyColumns)];
    const node: PlanNode = { kind: 'exchange', input, distribution: { kind: 'hash', keys: distinctKeys, partitions: this.partitions } };
    return { placed: { node, partitioning: { kind: 'hash', keys: distinctKeys.map((key) => [key]) } }, keyColumns };
  }

  /** Rows dealt out evenly. */
  spread(placed: Placed): Placed {
    if (this.partitions === 1) return { node: this.gather(placed), partitioning: SINGLE };
    return {
      node: { kind: 'exchange', input: placed.node, distribution: { kind: 'spread', partitions: this.partitions } },
      partitioning: SPREAD,
    };
  }

  private broadcastCost(placed: Placed): number {
    const makers = placed.partitioning.kind === 'single' ? 1 : this.partitions;
    const production = (placed.replica?.bytes ?? 0) / makers;
    return production + STAGE_COST_BYTES + EXCHANGE_FACTOR * this.estimate.bytes(placed.node);
  }

  private isReplicaCheaperThanGather({ node, replica }: Placed): boolean {
    if (!replica || (this.settings.smallQueryBytes === 0 && readsTables(replica.node))) return false;
    const exchanged = STAGE_COST_BYTES + EXCHANGE_FACTOR * this.estimate.bytes(node) + replica.bytes / this.executors;
    return replica.bytes <= exchanged;
  }
}

function withKeyColumns(node: PlanNode, keys: readonly Expression[]): { input: PlanNode; keyColumns: readonly number[] } {
  const width = outputTypes(node).length;
  const added = keys.filter((key) => key.kind !== 'column');
  const keyColumns = keys.map((key) => (key.kind === 'column' ? key.index : width + added.indexOf(key)));
  if (added.length === 0) return { input: node, keyColumns };
  const rows = node.rows === undefined ? {} : { rows: node.rows };
  return { input: { kind: 'project', input: node, expressions: [...columnsAt(node), ...added], ...rows }, keyColumns };
}

function readsTables(node: PlanNode): boolean {
  if (node.kind === 'scan') return true;
  return 'input' in node && typeof node.input === 'object'
    ? readsTables(node.input)
    : node.kind === 'join' && (readsTables(node.left) || readsTables(node.right));
}
