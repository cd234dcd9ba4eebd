import type { SampleNode } from '@arbalest/plan';
import type { Lowering } from './lowering.js';
import { type Relation, selectText } from './relation.js';

export function lowerSample(lowering: Lowering, node: SampleNode): Relation {
  const input = lowering.lower(node.input);
  const seed = node.seed === undefined ? '' : `, ${node.seed}`;
  const text = `SELECT * FROM (${selectText(input)}) USING SAMPLE ${node.percent} PERCENT (${node.method}${seed})`;
  return lowering.aliases.derived(text, input.columns.length);
}
