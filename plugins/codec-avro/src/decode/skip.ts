import { CorruptBytes } from '../container/corrupt.js';
import type { AvroType } from '../schema/avro-type.js';
import { leastBytes } from '../schema/least-bytes.js';
import type { Cursor } from './cursor.js';

/** Reads one value of its type, wherever it puts it. */
export type Step = (cursor: Cursor) => void;

/** Passes over a value. */
export function skipStep(type: AvroType): Step {
  switch (type.kind) {
    case 'null':
      return () => undefined;
    case 'boolean':
      return (cursor) => void cursor.skip(1);
    case 'int':
    case 'long':
    case 'enum':
      return (cursor) => cursor.long();
    case 'float':
      return (cursor) => void cursor.skip(4);
    case 'double':
      return (cursor) => void cursor.skip(8);
    case 'bytes':
    case 'string':
      return (cursor) => void cursor.skip(cursor.length());
    case 'fixed':
      return (cursor) => void cursor.skip(type.size);
    case 'array':
      return skipItems(leastBytes(type.items), skipStep(type.items));
    case 'map': {
      const value = skipStep(type.values);
      return skipItems(1 + leastBytes(type.values), (cursor) => {
        cursor.skip(cursor.length());
        value(cursor);
      });
    }
    case 'record': {
      const steps = type.fields.map((field) => skipStep(field.type));
      return (cursor) => {
        for (const step of steps) step(cursor);
      };
    }
    case 'union':
      return branchStep(type.branches.map((branch) => skipStep(branch.type)));
  }
}

/** A union: which branch it is comes first. */
export function branchStep(branches: readonly Step[]): Step {
  return (cursor) => {
    const branch = cursor.int();
    const step = branches[branch];
    if (step === undefined) throw new CorruptBytes(`branch ${branch} of a union of ${branches.length} cannot be`);
    step(cursor);
  };
}

function skipItems(least: number, item: Step): Step {
  return (cursor) => {
    for (let count = cursor.items(least); count > 0; count = cursor.items(least)) {
      if (cursor.blockBytes !== undefined) cursor.skip(cursor.blockBytes);
      else if (least > 0) for (let i = 0; i < count; i++) item(cursor);
    }
  };
}
