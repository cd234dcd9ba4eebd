import type { DataType } from '@arbalest/spi';
import { outputTypes } from '@arbalest/plan';
import type { PlanNode } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { decodeAggregate } from './aggregates.js';
import { decodeCrossProduct, decodeJoin, decodePredicateJoin } from './joins.js';
import { childrenJson, expectKeys, keys, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import { decodeCte, decodeCteRef, decodeSetOperation } from './set-operations.js';
import { decodeGet } from './scans.js';
import type { PlannedTable } from './scans.js';
import {
  decodeDistinct,
  decodeFilter,
  decodeLimit,
  decodeProjection,
  decodeSample,
  decodeSort,
  decodeTopN,
  decodeUnnest,
} from './row-operators.js';
import { decodeChunk, decodeEmptyResult, decodeExpressionRows, DUMMY_SCAN } from './values.js';
import { decodeTypes, expectTypes } from './types.js';
import { decodeWindow } from './windows.js';

type NodeDecoder = (json: JsonObject, decoder: PlanDecoder) => PlanNode;

const NODES: Readonly<Record<string, NodeDecoder>> = {
  LOGICAL_GET: decodeGet,
  LOGICAL_DUMMY_SCAN: () => DUMMY_SCAN,
  LOGICAL_EMPTY_RESULT: decodeEmptyResult,
  LOGICAL_CHUNK_GET: decodeChunk,
  LOGICAL_EXPRESSION_GET: decodeExpressionRows,
  LOGICAL_DELIM_GET: decodeDelimGet,
  LOGICAL_CTE_REF: decodeCteRef,
  LOGICAL_MATERIALIZED_CTE: decodeCte,
  LOGICAL_PROJECTION: decodeProjection,
  LOGICAL_FILTER: decodeFilter,
  LOGICAL_AGGREGATE_AND_GROUP_BY: decodeAggregate,
  LOGICAL_DISTINCT: decodeDistinct,
  LOGICAL_WINDOW: decodeWindow,
  LOGICAL_UNNEST: decodeUnnest,
  LOGICAL_ORDER_BY: decodeSort,
  LOGICAL_TOP_N: decodeTopN,
  LOGICAL_LIMIT: decodeLimit,
  LOGICAL_SAMPLE: decodeSample,
  LOGICAL_COMPARISON_JOIN: decodeJoin,
  LOGICAL_DELIM_JOIN: decodeJoin,
  LOGICAL_ASOF_JOIN: decodeJoin,
  LOGICAL_ANY_JOIN: decodePredicateJoin,
  LOGICAL_CROSS_PRODUCT: decodeCrossProduct,
  LOGICAL_UNION: decodeSetOperation,
  LOGICAL_INTERSECT: decodeSetOperation,
  LOGICAL_EXCEPT: decodeSetOperation,
};

/** Reads one serialised plan into plan nodes. Keeps what nodes refer to by id: tables, CTEs, enclosing delim joins. */
export class PlanDecoder {
  private readonly typesByNode = new WeakMap<PlanNode, readonly DataType[]>();
  private readonly ctes = new Map<number, readonly DataType[]>();
  private readonly delims: (readonly DataType[])[] = [];

  /** `tables` by the id that their scan function was called with. */
  constructor(readonly tables: ReadonlyMap<number, PlannedTable>) {}

  /** @throws NotModelled */
  node(json: JsonObject): PlanNode {
    const type = stringAt(json, 'type');
    const decode = NODES[type];
    if (!decode) throw new NotModelled(`operator ${type.replace(/^LOGICAL_/, '')}`);
    return decode(json, this);
  }

  /** The children of a node that must have `count` of them. */
  children(json: JsonObject, count: number): readonly PlanNode[] {
    const children = childrenJson(json, count);
    return children.map((child) => this.node(child));
  }

  types(node: PlanNode): readonly DataType[] {
    const known = this.typesByNode.get(node);
    if (known) return known;
    const types = outputTypes(node);
    this.typesByNode.set(node, types);
    return types;
  }

  defineCte(id: number, types: readonly DataType[]): void {
    this.ctes.set(id, types);
  }

  cteTypes(id: number): readonly DataType[] {
    const types = this.ctes.get(id);
    if (!types) throw new NotModelled('a recursive common table expression');
    return types;
  }

  /** Decodes `json` as the side of a delim join that reads the distinct values of the other side, which have `types`. */
  withinDelim(types: readonly DataType[], json: JsonObject): PlanNode {
    this.delims.push(types);
    try {
      return this.node(json);
    } finally {
      this.delims.pop();
    }
  }

  delimTypes(): readonly DataType[] {
    const types = this.delims.at(-1);
    if (!types) throw new NotModelled('internal: a delim scan outside of a delim join');
    return types;
  }
}

const DELIM_GET = keys('type', 'table_index', 'chunk_types');

function decodeDelimGet(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'DELIM_GET', DELIM_GET);
  const types = decodeTypes(json, 'chunk_types');
  expectTypes(types, decoder.delimTypes(), 'DELIM_GET');
  return { kind: 'delim-get', types };
}
