import type { DelimGetNode, InputNode, OpaqueNode, PlanNode, ScanNode } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import { lowerAggregate } from './aggregate.js';
import { lowerCte, lowerCteRef } from './cte.js';
import { lowerFilter, lowerProject } from './filter-project.js';
import { lowerJoin } from './join.js';
import { lowerOpaque, lowerTableFunction, lowerValues } from './leaves.js';
import { lowerDistinct, lowerLimit, lowerSort, lowerTopN } from './order.js';
import { Aliases, type Relation } from './relation.js';
import { lowerSample } from './sample.js';
import { lowerSetOperation } from './set-operation.js';
import { lowerUnnest } from './unnest.js';
import { lowerWindow } from './window.js';

/** Where a fragment's leaves read from. Every method is called once per node; what it returns is written into the statement once. */
export interface LeafSources {
  /** A table expression (a name, or a SELECT in parentheses) whose columns are those of the scan, in order and of their types; one column of any kind when it has none. */
  scan(node: ScanNode): string;
  /** The same for rows of another stage, whose columns are cast by the caller. */
  input(node: InputNode): string;
  /** Called for each table of an opaque query: makes it readable under its alias. */
  opaqueTable(node: OpaqueNode, alias: string, table: number): void;
}

/** The state of lowering one fragment. */
export class Lowering {
  readonly aliases = new Aliases();
  /** Names of the materialised definitions, by CTE id. */
  readonly ctes = new Map<number, string>();
  /** Names of the tables of distinct values that DelimGet nodes read, the innermost join's last. */
  readonly delims: string[] = [];

  constructor(readonly sources: LeafSources) {}

  lower(node: PlanNode): Relation {
    switch (node.kind) {
      case 'scan':
        return this.aliases.table(this.sources.scan(node), node.columns.length);
      case 'input':
        return this.#input(node);
      case 'values':
        return lowerValues(this, node);
      case 'table-function':
        return lowerTableFunction(this, node);
      case 'opaque':
        return lowerOpaque(this, node);
      case 'filter':
        return lowerFilter(this, node);
      case 'project':
        return lowerProject(this, node);
      case 'aggregate':
        return lowerAggregate(this, node);
      case 'distinct':
        return lowerDistinct(this, node);
      case 'join':
        return lowerJoin(this, node);
      case 'delim-get':
        return this.#delimGet(node);
      case 'window':
        return lowerWindow(this, node);
      case 'unnest':
        return lowerUnnest(this, node);
      case 'sort':
        return lowerSort(this, node);
      case 'top-n':
        return lowerTopN(this, node);
      case 'limit':
        return lowerLimit(this, node);
      case 'set-operation':
        return lowerSetOperation(this, node);
      case 'sample':
        return lowerSample(this, node);
      case 'cte':
        return lowerCte(this, node);
      case 'cte-ref':
        return lowerCteRef(this, node);
      case 'invoke':
        throw internalError('LOWERING', "This engine cannot call users' functions; the executor cuts the fragment at invoke nodes");
      case 'exchange':
        throw internalError('LOWERING', 'A fragment holds an exchange; the planner cuts the plan there');
    }
  }

  #input(node: InputNode): Relation {
    return this.aliases.table(this.sources.input(node), node.fields.length);
  }

  #delimGet(node: DelimGetNode): Relation {
    const name = this.delims.at(-1);
    if (name === undefined) throw internalError('LOWERING', 'A DelimGet stands outside the join that it belongs to');
    return this.aliases.table(name, node.types.length);
  }
}
