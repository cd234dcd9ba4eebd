import { arbalest } from '@arbalest/proto';
import type { FunctionDefinition } from '@arbalest/spi';

const { Function: Record, FunctionSet } = arbalest.state.v1;

export function encodeFunction(definition: FunctionDefinition): Uint8Array {
  return Record.encode(recordOf(definition)).finish();
}

export function decodeFunction(value: Uint8Array): FunctionDefinition {
  return definitionOf(Record.decode(value));
}

export function encodeFunctionSet(definitions: readonly FunctionDefinition[]): Uint8Array {
  return FunctionSet.encode({ functions: definitions.map(recordOf) }).finish();
}

export function decodeFunctionSet(value: Uint8Array): readonly FunctionDefinition[] {
  return (FunctionSet.decode(value).functions ?? []).map(definitionOf);
}

function recordOf(definition: FunctionDefinition): { definition: string } {
  return { definition: JSON.stringify(definition) };
}

function definitionOf({ definition }: arbalest.state.v1.Function.$Properties): FunctionDefinition {
  return JSON.parse(definition ?? '') as FunctionDefinition;
}
