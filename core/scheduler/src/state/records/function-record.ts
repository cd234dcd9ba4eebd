import { arbalest } from '@arbalest/proto';
import type { FunctionDefinition } from '@arbalest/spi';

const Record = arbalest.state.v1.Function;

export function encodeFunction(definition: FunctionDefinition): Uint8Array {
  return Record.encode({ definition: JSON.stringify(definition) }).finish();
}

export function decodeFunction(value: Uint8Array): FunctionDefinition {
  return JSON.parse(Record.decode(value).definition) as FunctionDefinition;
}
