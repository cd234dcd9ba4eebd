import { printAggregate, type AggregateCall, type ColumnExpression } from '@arbalest/plan';
import { typeToSql } from '@arbalest/spi';
import { column } from '../expressions.js';

/** Aggregate calls that become columns from position `first` on, each only once however often it is asked for. */
export class CallList {
  readonly calls: AggregateCall[] = [];
  private readonly positions = new Map<string, number>();

  constructor(private readonly first: number) {}

  add(aggregateCall: AggregateCall): ColumnExpression {
    const text = `${printAggregate(aggregateCall)}::${typeToSql(aggregateCall.type)}`;
    let position = this.positions.get(text);
    if (position === undefined) {
      position = this.first + this.calls.push(aggregateCall) - 1;
      this.positions.set(text, position);
    }
    return column(position, aggregateCall.type);
  }

  addAll(calls: readonly AggregateCall[]): readonly ColumnExpression[] {
    return calls.map((aggregateCall) => this.add(aggregateCall));
  }
}
