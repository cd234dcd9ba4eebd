import { createRequire } from 'node:module';
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { closestNames } from '@arbalest/spi';
import { quickCheck } from './quick-check.js';

export interface Problem {
  readonly path: readonly string[];
  /** Reads on after the path, e.g. `must be integer`. */
  readonly message: string;
}

/** Validates in place: defaults are filled in. No problem means valid. */
export type Validator = (value: unknown) => readonly Problem[];

const compiled = new WeakMap<object, Validator>();
let ajv: Ajv | undefined;

/** The validator of a schema: a quick look, and the compiled validator only where that does not do. */
export function validatorOf(schema: object): Validator {
  return (value) => (quickCheck(schema as Readonly<Record<string, unknown>>, value) ? [] : compiledValidator(schema)(value));
}

/** Compiled when it is first used and then kept. The schema must be a valid one: `schemaProblem` tells. */
export function compiledValidator(schema: object): Validator {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  let validate: ValidateFunction | undefined;
  const validator: Validator = (value) => {
    validate ??= instance().compile(schema);
    return validate(value) ? [] : problems(validate.errors ?? [], schema);
  };
  compiled.set(schema, validator);
  return validator;
}

/** What is wrong with a JSON Schema itself, or undefined when it is good. */
export function schemaProblem(schema: object): string | undefined {
  try {
    new (ajvClass())({ strict: true, allowUnionTypes: true }).compile(schema);
    return undefined;
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

/** Loaded when it is first needed: most starts have nothing to complain about. */
function ajvClass(): typeof Ajv {
  return (createRequire(import.meta.url)('ajv') as { readonly Ajv: typeof Ajv }).Ajv;
}

/** Schemas are not checked here: compiling the schema of schemas costs more than everything else at start. */
function instance(): Ajv {
  ajv ??= new (ajvClass())({
    allErrors: true,
    useDefaults: true,
    strict: false,
    allowUnionTypes: true,
    validateSchema: false,
    addUsedSchema: false,
    meta: false,
  });
  return ajv;
}

function problems(errors: readonly ErrorObject[], schema: object): readonly Problem[] {
  return errors.filter(({ keyword }) => keyword !== 'if').map((error) => ({ path: pathOf(error), message: messageOf(error, schema) }));
}

function pathOf({ instancePath, keyword, params }: ErrorObject): readonly string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keyword === 'additionalProperties' ? [...path, String(params.additionalProperty)] : path;
}

function messageOf(error: ErrorObject, schema: object): string {
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((nodeAt(schema, error.instancePath)?.properties as object | undefined) ?? {});
    const near = closestNames(String(params.additionalProperty), known)[0];
    const hint = near === undefined ? (known.length > 0 ? `; there are: ${known.join(', ')}` : '') : `; did you mean ${near}?`;
    return `is not a setting${hint}`;
  }
  if (error.keyword === 'enum') return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  if (error.keyword === 'pattern') return `has the wrong form (wanted ${String(params.pattern)})`;
  return error.message ?? `fails ${error.keyword}`;
}

function nodeAt(schema: object, instancePath: string): Record<string, unknown> | undefined {
  let node = schema as Record<string, unknown> | undefined;
  for (const key of instancePath.split('/').slice(1)) {
    const properties = node?.properties as Record<string, Record<string, unknown>> | undefined;
    node = properties?.[key];
  }
  return node;
}
