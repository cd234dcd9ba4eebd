import { SIMPLE_TYPES, type DataType, type Filter } from '@arbalest/spi';
import type { ConstantValue } from '../expression.js';
import { RandomChoices } from './random-choices.js';

/** Types, constants and filters of every shape. */
export class RandomTypes extends RandomChoices {
  protected filter(depth: number): Filter {
    const column = this.text();
    const kinds: Filter[] = [
      { kind: 'compare', column, op: this.pick(['=', '<>', '<', '<=', '>', '>='] as const), value: this.text() },
      { kind: 'in', column, values: this.many(() => this.text()) },
      { kind: 'is-null', column },
      { kind: 'is-not-null', column },
    ];
    return depth > 0 && this.flip() ? { kind: 'or', any: this.many(() => this.many(() => this.filter(depth - 1))) } : this.pick(kinds);
  }

  protected type(depth: number): DataType {
    const child = () => this.type(depth - 1);
    const named = () => this.many(() => ({ name: this.text(), type: child() }));
    switch (depth <= 0 ? 0 : this.below(9)) {
      case 1:
        return { id: 'DECIMAL', width: 1 + this.below(38), scale: this.below(9) };
      case 2:
        return { id: 'LIST', child: child() };
      case 3:
        return { id: 'ARRAY', child: child(), size: 1 + this.below(9) };
      case 4:
        return { id: 'STRUCT', fields: named() };
      case 5:
        return { id: 'MAP', key: child(), value: child() };
      case 6:
        return { id: 'UNION', members: named() };
      case 7:
        return { id: 'ENUM', values: this.many(() => this.text()) };
      default:
        return { id: this.pick(SIMPLE_TYPES) };
    }
  }

  protected constant(depth: number): ConstantValue {
    if (depth > 0 && this.below(4) === 0) return this.many(() => this.constant(depth - 1));
    return this.below(4) === 0 ? null : this.text();
  }

  protected types(): DataType[] {
    return this.many(() => this.type(1));
  }

  protected positions(): number[] {
    return this.many(() => this.below(9));
  }
}
